import { intake, leavesPanel, panelReview, referral, sayDeadline, tell, told } from '@parley/contracts';
import { categoryOf, streamIdOf, type RecordedEvent } from '@parley/event-store';
import type { CaseParties, DomainEvent, Instant, IsoDate, PartyCode, PersonId, Sha256 } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import type { MovesClocks, StandStill } from '@parley/procedure';
import type { NoteFact, SettlementFact } from '../settlement/settlement-region.rules';
import type { NoteOutage } from '../time/time.rules';
import type { LearnedFact, LearnFact } from './common-refusals.rules';
import { REGISTER_CATEGORY } from './desk';

/**
 * What an event starts, moves and ends of clocks, for the notice that both parties are served of it (I-06) and for
 * everybody's agenda. Of an event that touches no clock nothing is told, but for one after which the other party's word
 * is awaited, and for a default that is set aside.
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

const TOLD_ALL_THE_SAME: readonly string[] = ['DateMoveProposed', 'SettlementTextSigned', 'DefaultSetAside'];

/** Contexts of whose events the referral hears. */
export const HEARS = ['intake', 'evidence', 'panelreview'] as const;

/**
 * What of a public event the referral must know to decide; nothing for most, which are material of the dossier only.
 */
export function learningOf(event: PublicEvent): LearnFact | undefined {
  const fact = ofIntake(event) ?? ofPanel(event);
  return fact && { type: 'LearnFact', fact, from: event.id, at: event.time, tier: event.tier };
}

function ofIntake(event: PublicEvent): LearnedFact | undefined {
  const filed = told(event, intake.GrievanceFiledSchema);
  if (filed) return { kind: 'filed', parties: partiesOf(filed.parties), receivedAt: event.time };
  const registered = told(event, intake.CaseRegisteredSchema);
  if (registered) {
    const { docketNumber, ruleSetVersion, longStop } = registered;
    return {
      kind: 'registered',
      docketNumber,
      registeredAt: event.time,
      ruleSetVersion,
      ...(longStop ? { longStop: longStop.dueAt as Instant } : {}),
    };
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
  const rules = told(event, intake.RulesAdoptedSchema);
  if (rules) return { kind: 'rules-adopted', version: rules.toVersion };
  const withdrawn = told(event, intake.ClaimsWithdrawnSchema);
  if (withdrawn) return { kind: 'claims-withdrawn', claims: withdrawn.claimIds };
  const standing = told(event, intake.ClaimsWithdrawalSetAsideSchema);
  if (standing) return { kind: 'claims-withdrawal-set-aside', claims: standing.claimIds };
  if (told(event, intake.ScreeningReopenedSchema)) return { kind: 'screening-reopened' };
  const ended = told(event, intake.ScreeningEndedSchema);
  if (ended) return { kind: 'screening-ended', outcome: ended.outcome, endedAt: event.time, reason: ended.reason };
  return told(event, intake.LapseSetAsideSchema) && { kind: 'lapse-set-aside' };
}

function ofPanel(event: PublicEvent): LearnedFact | undefined {
  const convened = told(event, panelReview.PanelConvenedSchema);
  if (convened)
    return { kind: 'panel-convened', members: convened.members.map(({ personId }) => personId as PersonId) };
  const change = told(event, panelReview.PanelFactSchema);
  if (change && change.personId !== '' && leavesPanel(change.kind))
    return { kind: 'member-left', person: change.personId as PersonId };
  const findings = told(event, panelReview.FindingsIssuedSchema);
  return findings && { kind: 'findings-final', issuedAt: event.time, digest: findings.digest as Sha256 };
}

/** What of a public event a settlement must know to decide; nothing for most. */
export function settlementNoteOf(event: PublicEvent): NoteFact | undefined {
  const fact = ofFiling(event) ?? ofScreening(event) ?? ofPanelForSettlement(event);
  return fact && { type: 'NoteFact', fact, from: event.id, at: event.time, tier: event.tier };
}

function ofFiling(event: PublicEvent): SettlementFact | undefined {
  const filed = told(event, intake.GrievanceFiledSchema);
  if (filed) return { kind: 'filed', parties: partiesOf(filed.parties) };
  const registered = told(event, intake.CaseRegisteredSchema);
  if (!registered) return undefined;
  const { docketNumber, ruleSetVersion, longStop } = registered;
  return {
    kind: 'registered',
    docketNumber,
    registeredAt: event.time,
    ruleSetVersion,
    ...(longStop ? { longStop: longStop.dueAt as Instant } : {}),
  };
}

function ofScreening(event: PublicEvent): SettlementFact | undefined {
  const ended = told(event, intake.ScreeningEndedSchema);
  if (ended) return { kind: 'screening-ended', outcome: ended.outcome, endedAt: event.time };
  if (told(event, intake.LapseSetAsideSchema)) return { kind: 'lapse-set-aside' };
  const reopened = told(event, intake.ScreeningReopenedSchema);
  if (reopened)
    return {
      kind: 'screening-reopened',
      ...(reopened.longStop ? { longStop: reopened.longStop.dueAt as Instant } : {}),
    };
  const rules = told(event, intake.RulesAdoptedSchema);
  if (rules) return { kind: 'rules-adopted', version: rules.toVersion };
  if (told(event, intake.ScreeningSuspendedSchema)) return { kind: 'screening-suspended' };
  const resumed = told(event, intake.ScreeningResumedSchema);
  if (resumed)
    return {
      kind: 'screening-resumed',
      ...(resumed.longStop ? { longStop: resumed.longStop.dueAt as Instant } : {}),
      still: stillOf(resumed, event.time),
    };
  const moving =
    told(event, intake.LongStopExtendedSchema) ??
    told(event, intake.TrackChangedSchema) ??
    told(event, intake.OutageNotedSchema) ??
    told(event, intake.CalendarNotedSchema);
  return moving?.longStop && { kind: 'long-stop-moved', longStop: moving.longStop.dueAt as Instant };
}

/** The days and the time that no clock counts, as the intake counts them. */
const stillOf = (
  { suspendedAt, fromDay, toDay }: { readonly suspendedAt: string; readonly fromDay: string; readonly toDay: string },
  to: Instant,
): StandStill => ({
  fromDay: fromDay as IsoDate,
  toDay: toDay as IsoDate,
  from: suspendedAt as Instant,
  to,
});

/** Findings that went out without a certification went out by default, at the end of its time. */
function ofPanelForSettlement(event: PublicEvent): SettlementFact | undefined {
  const findings = told(event, panelReview.FindingsIssuedSchema);
  return (
    findings && { kind: 'findings-issued', issuedAt: event.time, by: findings.missing.length === 0 ? 'act' : 'expiry' }
  );
}

/** An outage of the system that the intake noted in a case. */
export function outageOf(event: PublicEvent): NoteOutage | undefined {
  const outage = told(event, intake.OutageNotedSchema);
  if (!outage) return undefined;
  const { outageId, outageFrom, outageTo } = outage;
  return { type: 'NoteOutage', outageId, from: outageFrom as Instant, to: outageTo as Instant, at: event.time };
}

/** @throws when the message names no parties: then it is parked */
function partiesOf(parties: { readonly complainant: string; readonly respondent: string } | undefined): CaseParties {
  if (!parties) throw new TypeError('the message names no parties');
  return { complainant: parties.complainant as PartyCode, respondent: parties.respondent as PartyCode };
}
