import { intake, leavesPanel, panelReview, told } from '@parley/contracts';
import type { CaseParties, Instant, IsoDate, PartyCode, PersonId } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import type { ToldCommand } from '../domain/exhibit-commands';
import { documentOf } from './hears-documents';

/** Contexts of whose events this service hears. */
export const HEARS = ['intake', 'panelreview'] as const;

/** Everything that this service records of the case on another context's public event; nothing for most. */
export const toldBy = (event: PublicEvent): readonly ToldCommand[] =>
  [knowledgeOf(event), documentOf(event)].flatMap((command) => command ?? []);

/** What of another context's public event this service records of the case itself. */
export const knowledgeOf = (event: PublicEvent): ToldCommand | undefined => ofIntake(event) ?? ofPanel(event);

function ofIntake(event: PublicEvent): ToldCommand | undefined {
  const filed = told(event, intake.GrievanceFiledSchema);
  if (filed) return { type: 'OpenCase', parties: partiesOf(filed.parties), filedAt: event.time };
  const registered = told(event, intake.CaseRegisteredSchema);
  if (registered) {
    const { docketNumber, ruleSetVersion, longStop } = registered;
    const dueAt = longStop === undefined ? null : (longStop.dueAt as Instant);
    return {
      type: 'NoteRegistration',
      parties: partiesOf(registered.parties),
      docketNumber,
      registeredAt: event.time,
      ruleSetVersion,
      longStop: dueAt,
    };
  }
  const served = told(event, intake.GrievanceServedSchema);
  if (served) return { type: 'NoteClaims', claims: served.grievance?.claims.map(({ id }) => id) ?? [], at: event.time };
  const amended = told(event, intake.AmendmentServedSchema);
  if (amended)
    return { type: 'NoteClaims', claims: amended.grievance?.claims.map(({ id }) => id) ?? [], at: event.time };
  const withdrawn = told(event, intake.ClaimsWithdrawnSchema);
  if (withdrawn) return { type: 'NoteClaims', claims: withdrawn.remainingClaimIds, at: event.time };
  const standing = told(event, intake.ClaimsWithdrawalSetAsideSchema);
  if (standing) return { type: 'NoteClaims', claims: standing.standingClaimIds, at: event.time };
  const ended = told(event, intake.ScreeningEndedSchema);
  if (ended) return { type: 'NoteScreeningEnd', outcome: ended.outcome, endedAt: event.time };
  const reopened = told(event, intake.ScreeningReopenedSchema);
  if (reopened) return { type: 'NoteReopening', longStop: dueAtOf(reopened.longStop), at: event.time };
  const rules = told(event, intake.RulesAdoptedSchema);
  if (rules) return { type: 'NoteRules', version: rules.toVersion, at: event.time };
  return (
    outageOf(event) ??
    calendarOf(event) ??
    standstillOf(event) ??
    longStopMoved(event) ??
    (told(event, intake.LapseSetAsideSchema) && { type: 'NoteLapseSetAside', at: event.time })
  );
}

function outageOf(event: PublicEvent): ToldCommand | undefined {
  const outage = told(event, intake.OutageNotedSchema);
  if (!outage) return undefined;
  const { outageId, outageFrom, outageTo, longStop } = outage;
  return {
    type: 'NoteOutage',
    outageId,
    from: outageFrom as Instant,
    to: outageTo as Instant,
    longStop: dueAtOf(longStop),
    at: event.time,
  };
}

/** Evidence counts its own clocks when the calendar is announced; what it needs to hear is where the long-stop is. */
function calendarOf(event: PublicEvent): ToldCommand | undefined {
  const calendar = told(event, intake.CalendarNotedSchema);
  const longStop = dueAtOf(calendar?.longStop);
  return calendar && longStop !== null
    ? { type: 'NoteCalendar', version: calendar.calendarVersion, longStop, at: event.time }
    : undefined;
}

/** A suspended screening has no long-stop, and its clocks stand still; what is filed meanwhile is in time. */
function standstillOf(event: PublicEvent): ToldCommand | undefined {
  if (told(event, intake.ScreeningSuspendedSchema)) return { type: 'NoteSuspension', at: event.time };
  const resumed = told(event, intake.ScreeningResumedSchema);
  if (!resumed) return undefined;
  const { suspendedAt, fromDay, toDay } = resumed;
  const still = { fromDay: fromDay as IsoDate, toDay: toDay as IsoDate, from: suspendedAt as Instant, to: event.time };
  return { type: 'NoteResumption', longStop: dueAtOf(resumed.longStop), still, at: event.time };
}

function longStopMoved(event: PublicEvent): ToldCommand | undefined {
  const moved = told(event, intake.LongStopExtendedSchema) ?? told(event, intake.TrackChangedSchema);
  const longStop = dueAtOf(moved?.longStop);
  return longStop === null ? undefined : { type: 'NoteLongStop', longStop, at: event.time };
}

const dueAtOf = (deadline: { readonly dueAt: string } | undefined): Instant | null =>
  deadline === undefined ? null : (deadline.dueAt as Instant);

const JOINING: readonly string[] = ['member-nominated', 'member-drawn'];

function ofPanel(event: PublicEvent): ToldCommand | undefined {
  const convened = told(event, panelReview.PanelConvenedSchema);
  if (convened)
    return { type: 'NotePanel', members: convened.members.map(({ personId }) => personId as PersonId), at: event.time };
  const heard = told(event, panelReview.PersonHeardSchema);
  if (heard)
    return {
      type: 'NotePersonHeard',
      assignment: heard.assignmentId,
      person: heard.personId as PersonId,
      as: heard.heardAs === 'expert' ? 'expert' : 'third-party',
      at: event.time,
    };
  if (told(event, panelReview.InterimIssuedSchema)) return { type: 'NoteReviewEnd', at: event.time };
  const drawn = told(event, panelReview.MemberDrawnSchema);
  if (drawn) return { type: 'NotePanelChange', person: drawn.personId as PersonId, change: 'joined', at: event.time };
  const fact = told(event, panelReview.PanelFactSchema);
  if (!fact || fact.personId === '') return undefined;
  const change = JOINING.includes(fact.kind) ? 'joined' : leavesPanel(fact.kind) ? 'left' : undefined;
  return change && { type: 'NotePanelChange', person: fact.personId as PersonId, change, at: event.time };
}

/** @throws when the message names no parties: then it is parked */
function partiesOf(parties: { readonly complainant: string; readonly respondent: string } | undefined): CaseParties {
  if (!parties) throw new TypeError('the message names no parties');
  return { complainant: parties.complainant as PartyCode, respondent: parties.respondent as PartyCode };
}
