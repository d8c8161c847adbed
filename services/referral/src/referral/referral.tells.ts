import type { MessageInitShape } from '@bufbuild/protobuf';
import { leavesLimitsUntold, referral, sayDeadline, sayLateEntry, sayTexts, tell, tellActing } from '@parley/contracts';
import { categoryOf, domainEventOf, streamIdOf, type RecordedEvent } from '@parley/event-store';
import type { DomainEvent, PartyCode } from '@parley/kernel';
import type { PublicEvent, Publishes } from '@parley/messaging';
import type { LateEntryEvent } from '@parley/procedure';
import type { AgreementEvent } from '../compliance/agreement-events.rules';
import { sayObligations, tellOfCompliance } from '../compliance/compliance.tells';
import type { SettlementEvent } from '../settlement/settlement-refusals.rules';
import type { ActRepudiated } from '../repudiation/repudiation.rules';
import { COMPLIANCE_CATEGORY, REFERRAL_CATEGORY, REGISTER_CATEGORY, SETTLEMENT_CATEGORY } from './streams';
import { clocksMovedBy } from './referral.hears';
import type { ReferralEvent } from './referral.rules';

const OF_ENTRIES: readonly string[] = ['LateEntryClaimed', 'LateEntryCounted', 'LateEntryRefused', 'LateEntryLapsed'];

/** What became of an act that came by another channel is public, in whatever part of the referral it was entered. */
function tellOfEntry(recorded: RecordedEvent, event: DomainEvent<string, object>): readonly PublicEvent[] {
  if (!OF_ENTRIES.includes(event.type)) return [];
  const said = sayLateEntry(event as LateEntryEvent<unknown>);
  const tier = event.type === 'LateEntryClaimed' ? 'PARTIES' : 'PUBLIC';
  return [tell(recorded, referral.LateEntryNotedSchema, { caseId: streamIdOf(recorded.stream), ...said }, { tier })];
}

/**
 * What the other contexts are told of a referral: the facts, in public. A draft and the content of a dossier stay with
 * their readers.
 */
function tellOfReferral(recorded: RecordedEvent, event: ReferralEvent): readonly PublicEvent[] {
  const caseId = streamIdOf(recorded.stream);
  switch (event.type) {
    case 'ExitNoticeGiven':
      return [
        tell(recorded, referral.ExitNoticeGivenSchema, {
          caseId,
          givenAt: event.occurredAt,
          party: event.data.party,
        }),
      ];
    case 'ActRepudiated':
      return tellOfRepudiation(recorded, event);
    case 'DossierRequested': {
      const [deadline] = event.data.opens;
      const requested = {
        caseId,
        requestedAt: event.occurredAt,
        forum: event.data.request.forum,
        party: event.data.party,
        ...(deadline ? { dossier: sayDeadline(deadline) } : {}),
      };
      return [tell(recorded, referral.DossierRequestedSchema, requested, { tier: 'PUBLIC' })];
    }
    case 'DossierIssued': {
      const { forum, basis, packed, sizeBytes, missing, party } = event.data;
      const issued = {
        caseId,
        issuedAt: event.occurredAt,
        forum,
        basis,
        digest: packed,
        sizeBytes: BigInt(sizeBytes),
        missing: [...missing],
        party,
      };
      return [tell(recorded, referral.DossierIssuedSchema, issued)];
    }
    case 'DossierTransmitted': {
      const { n, forum, handedOverAt, receipt, party } = event.data;
      return [
        tell(recorded, referral.DossierTransmittedSchema, {
          caseId,
          n,
          forum,
          handedOverAt,
          receipt: receipt ?? '',
          at: event.occurredAt,
          party,
        }),
      ];
    }
    case 'ForumEventNoted': {
      const { party, event: noted } = event.data;
      const said = { ...noted, circulatedOn: noted.circulatedOn ?? '', title: sayTexts(noted.title) };
      return [tell(recorded, referral.ForumEventNotedSchema, { caseId, ...said, party, at: event.occurredAt })];
    }
    default:
      return [];
  }
}

/** That a side repudiated its act; and, to the parties, whose delegation ends with it. */
function tellOfRepudiation(
  recorded: RecordedEvent,
  { data, occurredAt: at }: ActRepudiated,
  undoesSettlement = false,
): readonly PublicEvent[] {
  const { party, kind, by: repudiatedBy, doneBy: personId, doneAt } = data;
  const of = { caseId: streamIdOf(recorded.stream), at, party, doneAt };
  const ofRegister = categoryOf(recorded.stream) === REGISTER_CATEGORY;
  return [
    tell(recorded, referral.ActRepudiatedSchema, { ...of, kind, undoesSettlement, ofRegister }),
    tell(recorded, referral.DelegationRepudiatedSchema, { ...of, personId, repudiatedBy }, { tier: 'PARTIES' }),
  ];
}

/** What became of conciliators is public, and who they are is not. */
const conciliatorsNoted = (
  recorded: RecordedEvent,
  noted: MessageInitShape<typeof referral.ConciliationNotedSchema>,
): PublicEvent => tell(recorded, referral.ConciliationNotedSchema, noted, { tier: 'PUBLIC' });

/**
 * What the other contexts are told of a settlement: its facts. A text that was tabled but not signed by both stays with
 * the parties (I-45).
 */
function tellOfSettlement(recorded: RecordedEvent, event: SettlementEvent): readonly PublicEvent[] {
  const caseId = streamIdOf(recorded.stream);
  const at = event.occurredAt;
  const noted = (n: number, status: string, party: PartyCode | '' = '') => ({ caseId, n, status, party, at });
  switch (event.type) {
    case 'ConciliationProposed': {
      const { n, party, opens } = event.data;
      const [answer] = opens;
      return [
        tell(recorded, referral.ConciliationNotedSchema, {
          ...noted(n, 'proposed', party),
          ...(answer ? { answer: sayDeadline(answer) } : {}),
        }),
      ];
    }
    case 'ConciliationBegun':
      return [tell(recorded, referral.ConciliationNotedSchema, noted(event.data.n, 'begun', event.data.party))];
    case 'ConciliationUnanswered':
      return [tell(recorded, referral.ConciliationNotedSchema, noted(event.data.n, 'unanswered'))];
    case 'ConciliationBrokenOff':
      return [tell(recorded, referral.ConciliationNotedSchema, noted(event.data.n, 'broken-off', event.data.party))];
    case 'ConciliationStopped':
      return [tell(recorded, referral.ConciliationNotedSchema, noted(event.data.n, 'stopped'))];
    case 'ConciliatorPicked':
      return [conciliatorsNoted(recorded, noted(event.data.n, 'conciliator-picked', event.data.party))];
    case 'ConciliatorsAppointed':
      return [conciliatorsNoted(recorded, noted(event.data.n, 'conciliators-appointed'))];
    case 'ConciliatorsLacking': {
      const [missing, both] = event.data.missing;
      return [conciliatorsNoted(recorded, noted(event.data.n, 'conciliators-lacking', both ? '' : missing))];
    }
    case 'ConciliatorWithdrew':
      return [conciliatorsNoted(recorded, noted(event.data.n, 'conciliator-withdrew', event.data.party))];
    case 'ConciliatorsProposalPut':
      return [conciliatorsNoted(recorded, noted(event.data.n, 'conciliators-proposal-put'))];
    case 'SettlementTextTabled': {
      const { n, party, digest } = event.data;
      return [tell(recorded, referral.SettlementTextTabledSchema, { caseId, n, party, at, digest })];
    }
    case 'ActRepudiated':
      return tellOfRepudiation(recorded, event, event.data.undoes);
    case 'SettlementWindowOpened': {
      const [window] = event.data.opens;
      return [
        tell(recorded, referral.SettlementWindowOpenedSchema, {
          caseId,
          at,
          ...(window ? { window: sayDeadline(window) } : {}),
        }),
      ];
    }
    case 'SettlementWindowLapsed':
      return [tell(recorded, referral.SettlementWindowLapsedSchema, { caseId, at })];
    case 'SettlementSigned': {
      const { digest, phase, obligations, text } = event.data;
      const said = {
        title: sayTexts(text?.title ?? []),
        text: sayTexts(text?.text ?? []),
        obligations: sayObligations(text?.obligations ?? obligations),
      };
      return [
        tell(recorded, referral.SettlementSignedSchema, {
          caseId,
          signedAt: at,
          digest,
          phase,
          textIsPublic: text !== undefined,
          ...said,
        }),
      ];
    }
    default:
      return [];
  }
}

type Tells = (recorded: RecordedEvent, event: DomainEvent<string, object>) => readonly PublicEvent[];

/**
 * What is told of an agreement of the register. It belongs to no case, and is made public here. The other contexts are
 * told of its clocks, for the inboxes and the agendas, and of what its sides repudiate.
 */
const tellOfRegister = (recorded: RecordedEvent, event: AgreementEvent): readonly PublicEvent[] =>
  event.type === 'ActRepudiated' ? tellOfRepudiation(recorded, event) : [];

/** What is told, by category of stream. */
const TELLING: Readonly<Record<string, Tells>> = {
  [REFERRAL_CATEGORY]: (recorded, event) => tellOfReferral(recorded, event as ReferralEvent),
  [SETTLEMENT_CATEGORY]: (recorded, event) => tellOfSettlement(recorded, event as SettlementEvent),
  [COMPLIANCE_CATEGORY]: (recorded, event) => {
    const said = event as AgreementEvent;
    return said.type === 'ActRepudiated' ? tellOfRepudiation(recorded, said) : tellOfCompliance(recorded, said);
  },
  [REGISTER_CATEGORY]: (recorded, event) => tellOfRegister(recorded, event as AgreementEvent),
};

/**
 * What the other contexts are told of what is recorded here: the facts, and every clock that an event starts, moves or
 * ends.
 */
export const publishes: Publishes = (recorded) => {
  const tells = TELLING[categoryOf(recorded.stream)];
  if (!tells) return [];
  const event = domainEventOf(recorded) as DomainEvent<string, object>;
  const told = [...tells(recorded, event), ...tellOfEntry(recorded, event), ...clocksMovedBy(recorded, event)];
  if (categoryOf(recorded.stream) === REGISTER_CATEGORY) return told;
  if (!leavesLimitsUntold(event.data, told)) return tellActing(recorded, referral.PersonActedSchema, told);
  const moved = { caseId: streamIdOf(recorded.stream), at: event.occurredAt };
  return [...told, tell(recorded, referral.LimitsMovedSchema, moved, { tier: 'PUBLIC' })];
};
