import { evidence, intake, leavesPanel, panelReview, sayDeadline, tell, told, type Taking } from '@parley/contracts';
import { streamIdOf, type RecordedEvent } from '@parley/event-store';
import type { CaseParties, Instant, IsoDate, PartyCode, PersonId, Tier } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import type { MovesClocks, Track } from '@parley/procedure';
import { documentOf } from '../documents/documents.hears';
import type { ToldCommand } from '../exhibits/exhibit-commands.rules';
import type { EvidenceEvent } from '../exhibits/exhibits.rules';
import { effectOf, learn, nothingTold, saysOfCase, type ToldFact, type ToldOfCase } from '../time/known-case.rules';

/** The tiers that both parties read. */
const OF_BOTH_PARTIES: readonly Tier[] = ['PUBLIC', 'PARTIES', 'PANEL'];

/** Events that both parties are told of although no clock moves with them. */
const TOLD_ALL_THE_SAME: readonly string[] = ['DefaultSetAside'];

/**
 * Says which clocks an event starts, moves and ends. The notice that both parties are served of it (I-06) and
 * everybody's agenda are made from this. Nothing is told of any other event that moves no clock, nor of an event that
 * one of the parties may not know of (I-43).
 */
export function clocksMovedBy(
  recorded: RecordedEvent,
  { type, data, rule, occurredAt, tier }: EvidenceEvent,
): readonly PublicEvent[] {
  const { opens = [], closes = [] }: Partial<MovesClocks> = 'opens' in data ? data : {};
  if (
    !OF_BOTH_PARTIES.includes(tier) ||
    (opens.length === 0 && closes.length === 0 && !TOLD_ALL_THE_SAME.includes(type))
  )
    return [];
  const moved = {
    caseId: streamIdOf(recorded.stream),
    at: occurredAt,
    event: type,
    rule,
    opens: opens.map(sayDeadline),
    closes: [...closes],
    servedWithExhibits: 'together' in data || 'servedWith' in data,
  };
  return [tell(recorded, evidence.ClocksMovedSchema, moved, { tier: 'PARTIES' })];
}

/** The contexts whose events this service hears. */
export const HEARS = ['intake', 'panelreview', 'referral'] as const;
/** Those of them that stop and move clocks of evidence. A default waits until they were heard past its expiry. */
export const MOVES_CLOCKS = ['intake'] as const;

/** The facts in another context's public event that this service decides on. Most events hold none. */
export const taughtBy = (event: PublicEvent): readonly ToldFact[] => {
  const fact = ofIntake(event) ?? ofPanel(event);
  return fact ? [fact] : evidenceTimeOf(event);
};

/** How a case is known here (see `knownFrom`). */
export const takingOfEvidence: Taking<ToldFact, ToldOfCase> = {
  nothing: nothingTold,
  take: taughtBy,
  learn,
  says: saysOfCase,
};

/** What another context's public event changes in the evidence of the case. Most events change nothing. */
export const commandFor = (event: PublicEvent): ToldCommand | undefined =>
  taughtBy(event)
    .map(effectOf)
    .find((command) => command !== undefined) ??
  outageOf(event) ??
  documentOf(event);

function outageOf(event: PublicEvent): ToldCommand | undefined {
  const outage = told(event, intake.OutageNotedSchema);
  if (!outage) return undefined;
  const { outageId, outageFrom, outageTo } = outage;
  return { type: 'NoteOutage', outageId, from: outageFrom as Instant, to: outageTo as Instant, at: event.time };
}

function ofIntake(event: PublicEvent): ToldFact | undefined {
  const filed = told(event, intake.GrievanceFiledSchema);
  if (filed) return { told: 'filed', parties: partiesOf(filed.parties) };
  const registered = told(event, intake.CaseRegisteredSchema);
  if (registered) {
    const { docketNumber, ruleSetVersion, longStop, parties } = registered;
    return {
      told: 'registered',
      parties: partiesOf(parties),
      docketNumber,
      ruleSetVersion,
      longStop: dueAtOf(longStop),
    };
  }
  const served = told(event, intake.GrievanceServedSchema) ?? told(event, intake.AmendmentServedSchema);
  if (served) return { told: 'claims', claims: served.grievance?.claims.map(({ id }) => id) ?? [] };
  const amended = told(event, intake.GrievanceAmendedSchema);
  if (amended) {
    const { amendmentId: amendment, addedClaimIds, replacedClaimIds } = amended;
    return { told: 'amended', amendment, claims: [...addedClaimIds, ...replacedClaimIds], at: event.time };
  }
  const withdrawn = told(event, intake.ClaimsWithdrawnSchema);
  if (withdrawn) return { told: 'claims', claims: withdrawn.remainingClaimIds };
  const standing = told(event, intake.ClaimsWithdrawalSetAsideSchema);
  if (standing) return { told: 'claims', claims: standing.standingClaimIds };
  if (told(event, intake.ScreeningEndedSchema)) return { told: 'screening-ended', at: event.time };
  const reopened = told(event, intake.ScreeningReopenedSchema);
  if (reopened) return { told: 'reopened', longStop: dueAtOf(reopened.longStop), at: event.time };
  const rules = told(event, intake.RulesAdoptedSchema);
  if (rules) return { told: 'rules', version: rules.toVersion };
  const setAside = told(event, intake.LapseSetAsideSchema);
  if (setAside) {
    const { longStop } = setAside;
    return { told: 'lapse-set-aside', ...(longStop ? { longStop: longStop.dueAt as Instant } : {}) };
  }
  return standstillOf(event) ?? longStopMoved(event);
}

/** A suspended screening has no long-stop, and its clocks stand still. What is filed during a suspension is in time. */
function standstillOf(event: PublicEvent): ToldFact | undefined {
  if (told(event, intake.ScreeningSuspendedSchema)) return { told: 'suspended', at: event.time };
  const resumed = told(event, intake.ScreeningResumedSchema);
  if (!resumed) return undefined;
  const days = { fromDay: resumed.fromDay as IsoDate, toDay: resumed.toDay as IsoDate };
  const still = { from: resumed.suspendedAt as Instant, to: event.time, days };
  return { told: 'resumed', longStop: dueAtOf(resumed.longStop), still };
}

/** Evidence moves its own clocks for outages and calendars. It needs to hear only where the long-stop is. */
function longStopMoved(event: PublicEvent): ToldFact | undefined {
  const moved =
    told(event, intake.LongStopExtendedSchema) ??
    told(event, intake.TrackChangedSchema) ??
    told(event, intake.OutageNotedSchema) ??
    told(event, intake.CalendarNotedSchema);
  const longStop = dueAtOf(moved?.longStop);
  return longStop === null ? undefined : { told: 'long-stop', longStop };
}

const dueAtOf = (deadline: { readonly dueAt: string } | undefined): Instant | null =>
  deadline === undefined ? null : (deadline.dueAt as Instant);

const JOINING: readonly string[] = ['member-nominated', 'member-drawn'];

function ofPanel(event: PublicEvent): ToldFact | undefined {
  const convened = told(event, panelReview.PanelConvenedSchema);
  if (convened) return { told: 'panel', members: convened.members.map(({ personId }) => personId as PersonId) };
  const heard = told(event, panelReview.PersonHeardSchema);
  if (heard)
    return {
      told: 'person-heard',
      assignment: heard.assignmentId,
      person: heard.personId as PersonId,
      as: heard.heardAs === 'expert' ? 'expert' : 'third-party',
    };
  if (told(event, panelReview.InterimIssuedSchema)) return { told: 'review-ended', at: event.time };
  const drawn = told(event, panelReview.MemberDrawnSchema);
  if (drawn) return { told: 'panel-change', person: drawn.personId as PersonId, change: 'joined' };
  const fact = told(event, panelReview.PanelFactSchema);
  if (!fact || fact.personId === '') return undefined;
  const change = JOINING.includes(fact.kind) ? 'joined' : leavesPanel(fact.kind) ? 'left' : undefined;
  return change && { told: 'panel-change', person: fact.personId as PersonId, change };
}

/** What the panel tells of the time for evidence as its clocks start, move and end, and of leave after it. */
function evidenceTimeOf(event: PublicEvent): readonly ToldFact[] {
  const { time: at } = event;
  if (told(event, panelReview.FindingsDecidedSchema)) return [{ told: 'deliberation-closed', at }];
  const material = told(event, panelReview.MaterialServedSchema);
  if (material) return leaveOf(material, at);
  const moved = told(event, panelReview.ClocksMovedSchema);
  if (!moved) return [];
  const { event: type, opens, closes } = moved;
  if (type === 'TrackTaken' && closes.includes('review')) return [{ told: 'evidence-anew', at }];
  return [
    ...opens.flatMap(({ id, clock, dueAt }): readonly ToldFact[] => {
      const until = dueAt as Instant;
      if (id === 'evidence') return [{ told: 'evidence-time', until, at }];
      if (id === 'evidence-answer') return [{ told: 'evidence-answer-time', until, at }];
      if (clock === 'late-claim-evidence')
        return [{ told: 'claim-evidence-time', amendment: id.slice('evidence:'.length), until, at }];
      return clock === 'information-request' ? [{ told: 'leave-time', limit: id, until, at }] : [];
    }),
    ...(type === 'EvidenceClosed'
      ? [{ told: 'evidence-closed', at, track: (opens[0]?.track ?? 'standard') as Track } as const]
      : []),
  ];
}

function leaveOf(
  { kind, materialId, about, party, leaveUntil, leaveLimit, leaveWithdrawals }: panelReview.MaterialServed,
  at: Instant,
): readonly ToldFact[] {
  if (kind === 'answer') return [{ told: 'leave-used', request: about, until: at, at }];
  if (kind !== 'request' || leaveUntil === '') return [];
  const leave = { request: materialId, party: party as PartyCode, withdrawals: leaveWithdrawals, limit: leaveLimit };
  return [{ told: 'leave', ...leave, until: leaveUntil as Instant, at }];
}

/** @throws TypeError when the message names no parties; the message is then parked */
function partiesOf(parties: { readonly complainant: string; readonly respondent: string } | undefined): CaseParties {
  if (!parties) throw new TypeError('the message names no parties');
  return { complainant: parties.complainant as PartyCode, respondent: parties.respondent as PartyCode };
}
