import { intake, leavesPanel, panelReview, referral, sayDeadline, tell, told, type Taking } from '@parley/contracts';
import { categoryOf, streamIdOf, type RecordedEvent } from '@parley/event-store';
import type { CaseParties, DomainEvent, Instant, IsoDate, PartyCode, PersonId } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import type { MovesClocks, Track } from '@parley/procedure';
import { touchesBasis } from '../dossier/dossier.rules';
import { touchesSettlement } from '../settlement/note-screening.rules';
import type { SettlementCommand } from '../settlement/settlement-region.rules';
import type { NoteOutage } from '../time/time.rules';
import type { ReferralCommand } from './common-refusals.rules';
import { COMPLIANCE_CATEGORY, REFERRAL_CATEGORY, REGISTER_CATEGORY, SETTLEMENT_CATEGORY } from './streams';
import { learn, nothingTold, saysOfCase, type ToldFact, type ToldOfCase } from './known-case.rules';

/**
 * Says which clocks an event starts, moves and ends. The notice that both parties are served of it (I-06) and
 * everybody's agenda are made from this. Of events that move no clock it tells only those after which the other party's
 * word is awaited, defaults that are set aside, and what conciliators do.
 */
export function clocksMovedBy(
  recorded: RecordedEvent,
  { type, data, rule, occurredAt }: DomainEvent<string, object>,
): readonly PublicEvent[] {
  const { opens = [], closes = [] }: Partial<MovesClocks> = data;
  if (opens.length === 0 && closes.length === 0 && !TOLD_ALL_THE_SAME.includes(type)) return [];
  const moved = {
    caseId: streamIdOf(recorded.stream),
    at: occurredAt,
    event: type,
    rule,
    opens: opens.map(sayDeadline),
    closes: [...closes],
    ofRegister: categoryOf(recorded.stream) === REGISTER_CATEGORY,
  };
  return [tell(recorded, referral.ClocksMovedSchema, moved, { tier: 'PARTIES' })];
}

const TOLD_ALL_THE_SAME: readonly string[] = [
  'DateMoveProposed',
  'SettlementTextSigned',
  'DefaultSetAside',
  'ConciliatorPicked',
  'ConciliatorWithdrew',
  'ConciliatorsProposalPut',
];

/** The contexts whose events the referral hears. */
export const HEARS = ['intake', 'evidence', 'panelreview'] as const;

/**
 * Those of them that move clocks, for each part of the referral. Defaults of the part wait until those contexts were
 * heard past the expiry.
 */
export const MOVES_CLOCKS: Readonly<Record<string, readonly string[]>> = {
  [REFERRAL_CATEGORY]: ['intake'],
  [SETTLEMENT_CATEGORY]: ['intake', 'panelreview'],
  [COMPLIANCE_CATEGORY]: ['intake'],
  [REGISTER_CATEGORY]: ['intake'],
};

/**
 * The facts in another context's public event that the referral and the settlement decide on. Most events hold none and
 * are only material of the dossier.
 */
export const taughtBy = (event: PublicEvent): readonly ToldFact[] => {
  const fact = ofFiling(event) ?? ofScreening(event) ?? ofPanel(event);
  return [...(fact ? [fact] : []), ...trackIn(event)];
};

/** The track that a registered case goes on under. */
function trackIn(event: PublicEvent): readonly ToldFact[] {
  const changed = told(event, intake.TrackChangedSchema);
  return changed && changed.track !== '' ? [{ kind: 'track-changed', track: changed.track as Track }] : [];
}

/** How a case is known here (see `knownFrom`). */
export const takingOfReferral: Taking<ToldFact, ToldOfCase> = {
  nothing: nothingTold,
  take: taughtBy,
  learn,
  says: saysOfCase,
};

/** What a public event calls for in the referral and in the settlement of the case. */
export interface CalledFor {
  readonly referral: readonly ReferralCommand[];
  readonly settlement: readonly SettlementCommand[];
}

/**
 * What another context's public event calls for. Most events call for nothing.
 * @throws when the event's bytes are not the message that its type promises
 */
export function commandsFor(event: PublicEvent): CalledFor {
  const facts = taughtBy(event);
  const outages = outageIn(event);
  return {
    referral: [...outages, ...(facts.some(touchesBasis) ? [{ type: 'NoteBasis', at: event.time } as const] : [])],
    settlement: [...outages, ...(facts.some(touchesSettlement) ? [{ type: 'NoteScreening' } as const] : [])],
  };
}

function ofFiling(event: PublicEvent): ToldFact | undefined {
  const filed = told(event, intake.GrievanceFiledSchema);
  if (filed) return { kind: 'filed', parties: partiesOf(filed.parties) };
  const registered = told(event, intake.CaseRegisteredSchema);
  if (registered) {
    const { docketNumber, ruleSetVersion } = registered;
    const track = registered.track === '' ? {} : { track: registered.track as Track };
    return { kind: 'registered', docketNumber, ruleSetVersion, ...longStopOf(registered), ...track };
  }
  const served = told(event, intake.GrievanceServedSchema) ?? told(event, intake.AmendmentServedSchema);
  if (served) {
    const { measures = [], claims = [] } = served.grievance ?? {};
    return {
      kind: 'grievance-served',
      measures: measures.map(({ id }) => id),
      claims: claims.map(({ id, measureId, agreement, provision, claimant }) => ({
        id,
        measure: measureId,
        agreement,
        provision,
        ...(claimant === 'respondent' ? { claimant } : {}),
      })),
    };
  }
  const withdrawn = told(event, intake.ClaimsWithdrawnSchema);
  if (withdrawn) return { kind: 'claims-withdrawn', claims: withdrawn.claimIds };
  const standing = told(event, intake.ClaimsWithdrawalSetAsideSchema);
  return standing && { kind: 'claims-withdrawal-set-aside', claims: standing.claimIds };
}

function ofScreening(event: PublicEvent): ToldFact | undefined {
  const rules = told(event, intake.RulesAdoptedSchema);
  if (rules) return { kind: 'rules-adopted', version: rules.toVersion };
  const ended = told(event, intake.ScreeningEndedSchema);
  if (ended) return { kind: 'screening-ended', outcome: ended.outcome, endedAt: event.time };
  const setAside = told(event, intake.LapseSetAsideSchema);
  if (setAside) return { kind: 'lapse-set-aside', ...longStopOf(setAside) };
  const reopened = told(event, intake.ScreeningReopenedSchema);
  if (reopened) return { kind: 'screening-reopened', ...longStopOf(reopened), at: event.time };
  if (told(event, intake.ScreeningSuspendedSchema)) return { kind: 'screening-suspended', at: event.time };
  const resumed = told(event, intake.ScreeningResumedSchema);
  if (resumed) {
    // The days and the time that no clock counts, as counted by the intake.
    const days = { fromDay: resumed.fromDay as IsoDate, toDay: resumed.toDay as IsoDate };
    const still = { from: resumed.suspendedAt as Instant, to: event.time, days };
    return { kind: 'screening-resumed', ...longStopOf(resumed), still };
  }
  const { longStop } = longStopOf(
    told(event, intake.LongStopExtendedSchema) ??
      told(event, intake.TrackChangedSchema) ??
      told(event, intake.OutageNotedSchema) ??
      told(event, intake.CalendarNotedSchema),
  );
  return longStop === undefined ? undefined : { kind: 'long-stop-moved', longStop };
}

const longStopOf = (
  said: { readonly longStop?: { readonly dueAt: string } | undefined } | undefined,
): { readonly longStop?: Instant } => (said?.longStop ? { longStop: said.longStop.dueAt as Instant } : {});

function ofPanel(event: PublicEvent): ToldFact | undefined {
  const convened = told(event, panelReview.PanelConvenedSchema);
  if (convened)
    return { kind: 'panel-convened', members: convened.members.map(({ personId }) => personId as PersonId) };
  const change = told(event, panelReview.PanelFactSchema);
  if (change && change.personId !== '' && leavesPanel(change.kind))
    return { kind: 'member-left', person: change.personId as PersonId };
  const findings = told(event, panelReview.FindingsIssuedSchema);
  // Findings that went out without certification by both went out by default, at the end of its time.
  const by = findings?.missing.length === 0 ? 'act' : 'expiry';
  return findings && { kind: 'findings-issued', issuedAt: event.time, by };
}

/** An outage of the system that the intake noted in a case. */
function outageIn(event: PublicEvent): readonly NoteOutage[] {
  const outage = told(event, intake.OutageNotedSchema);
  if (!outage) return [];
  const { outageId, outageFrom, outageTo } = outage;
  return [{ type: 'NoteOutage', outageId, from: outageFrom as Instant, to: outageTo as Instant, at: event.time }];
}

/** @throws TypeError when the message names no parties; the message is then parked */
function partiesOf(parties: { readonly complainant: string; readonly respondent: string } | undefined): CaseParties {
  if (!parties) throw new TypeError('the message names no parties');
  return { complainant: parties.complainant as PartyCode, respondent: parties.respondent as PartyCode };
}
