import { evidence, intake, panelReview, sayDeadline, tell, told, type Deadline } from '@parley/contracts';
import { streamIdOf, type RecordedEvent } from '@parley/event-store';
import type { CaseId, CaseParties, Instant, IsoDate, PartyCode } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import type { MovesClocks, StandStill, Track } from '@parley/procedure';
import type { ExpertTaken } from '../experts/experts.rules';
import type { ClaimAtIssue } from '../findings/certification.rules';
import type { ThirdPartyAdmitted } from '../information/information.rules';
import type { NoteCommand, OpenPanel } from './panel-commands.rules';
import type { PanelEvent } from './panel-state.rules';

/**
 * What an event starts, moves and ends of clocks, for the notice that both parties are served of it (I-06) and for
 * everybody's agenda. Of an event that touches no clock nothing is told, but for a proposal to move one, which the
 * other side can sign only as long as that runs (I-20), and for a default that is set aside; nor of one that only the
 * deliberation knows of (I-14).
 */
export function clocksMovedBy(
  recorded: RecordedEvent,
  { type, data, rule, occurredAt, tier }: PanelEvent,
): readonly PublicEvent[] {
  const { opens, closes } = movesOf(data);
  if (tier === 'DELIBERATION' || (!TOLD_ALL_THE_SAME.includes(type) && opens.length === 0 && closes.length === 0))
    return [];
  const moved = {
    caseId: streamIdOf(recorded.stream),
    at: occurredAt,
    event: type,
    rule,
    opens: opens.map(sayDeadline),
    closes: [...closes],
    personId: awaited(data),
  };
  return [tell(recorded, panelReview.ClocksMovedSchema, moved, { tier: 'PARTIES' })];
}

const TOLD_ALL_THE_SAME: readonly string[] = ['ExtensionProposed', 'DefaultSetAside'];

/** An event of a later version may say nothing of clocks. */
const movesOf = ({ opens = [], closes = [] }: Partial<MovesClocks>): MovesClocks => ({ opens, closes });

/** Whose seat it is: the next act of a seat that is filled is its member's. */
const awaited = (data: PanelEvent['data']): string => ('member' in data ? data.member : '');

/** Contexts of whose events panel review hears. */
export const HEARS = ['intake', 'evidence'] as const;

/** A registration that opens a panel, as far as the message says. */
export interface Registration extends Pick<
  OpenPanel,
  'caseId' | 'parties' | 'registeredAt' | 'registeredBy' | 'ruleSetVersion' | 'longStop' | 'track'
> {
  readonly type: 'Registration';
}

type Note = Exclude<NoteCommand, OpenPanel>;

/** What a public event means to a panel. */
export type Heard = Registration | Note;

/** Nothing for most events: then nothing is to be done, and nothing to be noted. */
export const heardFrom = (event: PublicEvent): Heard | undefined => registrationOf(event) ?? noteOf(event);

/** The registration of a case whose screening goes on; none for a case that had ended before its number came. */
export function registrationOf(event: PublicEvent): Registration | undefined {
  const registered = told(event, intake.CaseRegisteredSchema);
  if (!registered?.parties || !registered.longStop || registered.alreadyEnded !== '') return undefined;
  const { caseId, parties, ruleSetVersion, longStop } = registered;
  return {
    type: 'Registration',
    caseId: caseId as CaseId,
    parties: partiesOf(parties),
    registeredAt: event.time,
    registeredBy: triggerKindOf(longStop),
    ruleSetVersion,
    longStop: longStop.dueAt as Instant,
    track: trackOf(registered.track),
  };
}

/** What else of the others' public events a panel needs to know; nothing for most. */
export function noteOf(event: PublicEvent): Note | undefined {
  const at = event.time;
  const served = told(event, intake.GrievanceServedSchema);
  if (served) {
    return { type: 'NoteClaims', at, claims: claimsOf(served) };
  }
  if (told(event, intake.ConsultationsClosedSchema)) return { type: 'NoteConsultationsEnd', at };
  const amended = told(event, intake.AmendmentServedSchema);
  if (amended) return { type: 'NoteAmendedClaims', at, amendmentId: amended.amendmentId, claims: claimsOf(amended) };
  const replaced = told(event, intake.GrievanceAmendedSchema);
  if (replaced)
    return {
      type: 'NoteClaimsReplacement',
      at,
      amendmentId: replaced.amendmentId,
      claimIds: replaced.replacedClaimIds,
    };
  const withdrawn = told(event, intake.ClaimsWithdrawnSchema);
  if (withdrawn) return { type: 'NoteClaimsWithdrawal', at, claimIds: withdrawn.claimIds };
  const standing = told(event, intake.ClaimsWithdrawalSetAsideSchema);
  if (standing)
    return { type: 'NoteWithdrawalSetAside', at, claimIds: standing.claimIds, standing: standing.standingClaimIds };
  return screeningNoteOf(event, at) ?? exhibitNoteOf(event, at);
}

/** What happens to the screening as a whole: its track, its end, a time in which it stands still. */
function screeningNoteOf(event: PublicEvent, at: Instant): Note | undefined {
  const outage = told(event, intake.OutageNotedSchema);
  if (outage) {
    const { outageId, outageFrom, outageTo, longStop } = outage;
    return {
      type: 'NoteOutage',
      at,
      outageId,
      from: outageFrom as Instant,
      to: outageTo as Instant,
      longStop: longStop ? (longStop.dueAt as Instant) : null,
    };
  }
  const calendar = told(event, intake.CalendarNotedSchema);
  // The panel counts its own clocks when the calendar is announced; what it needs to hear is where the long-stop is.
  if (calendar)
    return (
      calendar.longStop && {
        type: 'NoteCalendar',
        at,
        version: calendar.calendarVersion,
        longStop: calendar.longStop.dueAt as Instant,
      }
    );
  if (told(event, intake.ScreeningSuspendedSchema)) return { type: 'NoteSuspension', at };
  const resumed = told(event, intake.ScreeningResumedSchema);
  if (resumed)
    return (
      resumed.longStop && {
        type: 'NoteResumption',
        at,
        longStop: resumed.longStop.dueAt as Instant,
        still: stillOf(resumed, resumed.suspendedAt, at),
      }
    );
  const revived = told(event, intake.ScreeningReopenedSchema);
  if (revived)
    return (
      revived.longStop && {
        type: 'NoteReopening',
        at,
        longStop: revived.longStop.dueAt as Instant,
        still: stillOf(revived, revived.endedAt, at),
      }
    );
  const changed = told(event, intake.TrackChangedSchema);
  // Before the registration there is no panel; the message of that names the track.
  if (changed)
    return (
      changed.longStop && {
        type: 'NoteTrack',
        track: trackOf(changed.track),
        longStop: changed.longStop.dueAt as Instant,
        at,
      }
    );
  const rules = told(event, intake.RulesAdoptedSchema);
  if (rules) return { type: 'NoteRules', version: rules.toVersion, at };
  const extended = told(event, intake.LongStopExtendedSchema);
  if (extended) return extended.longStop && { type: 'NoteLongStop', longStop: extended.longStop.dueAt as Instant, at };
  const ended = told(event, intake.ScreeningEndedSchema);
  if (ended) return { type: 'NoteScreeningEnd', outcome: ended.outcome, at };
  const reopened = told(event, intake.LapseSetAsideSchema);
  return reopened && { type: 'NoteLapseSetAside', becauseOf: reopened.becauseOf, at };
}

function exhibitNoteOf(event: PublicEvent, at: Instant): Note | undefined {
  const accepted = told(event, evidence.ExhibitAcceptedSchema);
  if (accepted)
    return READ_BY_PANEL_AND_BOTH_SIDES.includes(accepted.tier)
      ? { type: 'NoteExhibit', exhibit: accepted.exhibitNumber, at }
      : undefined;
  const widened = told(event, evidence.ReadersAddedSchema);
  if (widened)
    return READ_BY_PANEL_AND_BOTH_SIDES.includes(widened.to)
      ? { type: 'NoteExhibit', exhibit: widened.exhibitNumber, at }
      : undefined;
  const version = told(event, evidence.PublicVersionFiledSchema);
  return version && { type: 'NoteExhibit', exhibit: version.exhibitNumber, at };
}

/**
 * A text of the panel rests on what both sides have a version of (I-65), and the panel too: of an exhibit between the
 * parties alone its members do not even learn that it is there (I-43), unless there is a public version.
 */
const READ_BY_PANEL_AND_BOTH_SIDES: readonly string[] = ['PUBLIC', 'PANEL'];

const claimsOf = ({ grievance }: { readonly grievance?: intake.Grievance | undefined }): readonly ClaimAtIssue[] =>
  (grievance?.claims ?? []).map(({ id, measureId, agreement, provision }) => ({
    id,
    measure: measureId,
    agreement,
    provision,
  }));

/** The days and the time that no clock counts, as the intake counts them. */
const stillOf = (
  { fromDay, toDay }: { readonly fromDay: string; readonly toDay: string },
  from: string,
  to: Instant,
): StandStill => ({
  fromDay: fromDay as IsoDate,
  toDay: toDay as IsoDate,
  from: from as Instant,
  to,
});

const partiesOf = ({ complainant, respondent }: Readonly<Record<keyof CaseParties, string>>): CaseParties => ({
  complainant: complainant as PartyCode,
  respondent: respondent as PartyCode,
});

/** A message of before there were tracks names none. */
const trackOf = (track: string): Track => (track === 'urgent' || track === 'complex' ? track : 'standard');

/** A registration by default has the day of the expiry as its trigger day, which only the deadline tells. */
const triggerKindOf = ({ trigger }: Deadline): Registration['registeredBy'] =>
  trigger?.kind === 'expiry' ? 'expiry' : 'act';

/** Whom the panel hears in person from now on; nothing where the registry receives what they say. */
export function personHeardBy(
  recorded: RecordedEvent,
  event: ExpertTaken | ThirdPartyAdmitted,
): readonly PublicEvent[] {
  const { personId } = event.data;
  if (personId === undefined) return [];
  const heard =
    event.type === 'ExpertTaken'
      ? { assignmentId: event.data.expertId, heardAs: 'expert' }
      : { assignmentId: event.data.thirdPartyId, heardAs: 'third-party' };
  return [
    tell(recorded, panelReview.PersonHeardSchema, {
      caseId: streamIdOf(recorded.stream),
      personId,
      ...heard,
      heardAt: event.occurredAt,
    }),
  ];
}
