import { evidence, intake, panelReview, sayDeadline, tell, told, type Deadline, type Taking } from '@parley/contracts';
import { streamIdOf, type RecordedEvent } from '@parley/event-store';
import type { CaseParties, Instant, IsoDate, PartyCode } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import type { MovesClocks, Track } from '@parley/procedure';
import type { ExpertTaken } from '../experts/experts.rules';
import type { ClaimAtIssue } from '../findings/certification.rules';
import type { ThirdPartyAdmitted } from '../information/information.rules';
import {
  learn,
  nothingTold,
  saysOfCase,
  type Registration,
  type ToldFact,
  type ToldOfCase,
} from '../time/known-case.rules';
import type { FollowScreening, NoteOutage } from './panel-commands.rules';
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
/** Those of them that stop and move clocks of a panel: a default waits until they were heard past its expiry. */
export const MOVES_CLOCKS = ['intake'] as const;

/** What of another context's public event a panel decides on; nothing of most. */
export function taughtBy(event: PublicEvent): readonly ToldFact[] {
  const fact = registrationOf(event) ?? ofClaims(event) ?? ofScreening(event) ?? longStopMoved(event);
  if (fact) return [fact];
  const exhibit = exhibitIn(event);
  return exhibit === undefined ? [] : [{ told: 'exhibit', exhibit }];
}

/** How a case is known to its panel (see `knownFrom`). */
export const takingOfPanel: Taking<ToldFact, ToldOfCase> = {
  nothing: nothingTold,
  take: taughtBy,
  learn,
  says: saysOfCase,
};

/** What a public event does to a panel, as far as the message alone says; nothing for most. */
export function effectOf(event: PublicEvent): FollowScreening | NoteOutage | undefined {
  const outage = told(event, intake.OutageNotedSchema);
  if (outage) {
    const { outageId, outageFrom, outageTo } = outage;
    return { type: 'NoteOutage', outageId, from: outageFrom as Instant, to: outageTo as Instant, at: event.time };
  }
  return taughtBy(event).some(isFollowed) ? { type: 'FollowScreening' } : undefined;
}

/** What may bring something about here, beside being decided on. */
export const isFollowed = ({ told }: ToldFact): boolean => FOLLOWED.includes(told);

const FOLLOWED: readonly ToldFact['told'][] = [
  'consultations-ended',
  'track',
  'suspended',
  'resumed',
  'reopened',
  'screening-ended',
  'lapse-set-aside',
];

/** Ids of the claims that keep their id and say something else: what members had said of them is set aside. */
export const claimsReplacedBy = (event: PublicEvent): readonly string[] =>
  told(event, intake.GrievanceAmendedSchema)?.replacedClaimIds ?? [];

/** What is not only decided on, but does something here. */
export const callsForHearing = (event: PublicEvent): boolean =>
  registrationOf(event) !== undefined || effectOf(event) !== undefined || claimsReplacedBy(event).length > 0;

/** The registration of a case whose screening goes on; none for a case that had ended before its number came. */
export function registrationOf(event: PublicEvent): (Registration & { readonly told: 'registered' }) | undefined {
  const registered = told(event, intake.CaseRegisteredSchema);
  if (!registered?.parties || !registered.longStop || registered.alreadyEnded !== '') return undefined;
  const { parties, ruleSetVersion, longStop } = registered;
  return {
    told: 'registered',
    parties: partiesOf(parties),
    registeredAt: event.time,
    registeredBy: triggerKindOf(longStop),
    ruleSetVersion,
    longStop: longStop.dueAt as Instant,
    track: trackOf(registered.track),
  };
}

function ofClaims(event: PublicEvent): ToldFact | undefined {
  const at = event.time;
  const served = told(event, intake.GrievanceServedSchema) ?? told(event, intake.AmendmentServedSchema);
  if (served) return { told: 'claims', claims: claimsOf(served), at };
  const withdrawn = told(event, intake.ClaimsWithdrawnSchema);
  if (withdrawn) return { told: 'claims-withdrawn', claimIds: withdrawn.claimIds, at };
  const again = told(event, intake.ClaimsWithdrawalSetAsideSchema);
  return again && { told: 'withdrawal-set-aside', claimIds: again.claimIds, standing: again.standingClaimIds, at };
}

/** What happens to the screening as a whole: its track and rules, its end, a time in which it stands still. */
function ofScreening(event: PublicEvent): ToldFact | undefined {
  const at = event.time;
  if (told(event, intake.ConsultationsClosedSchema)) return { told: 'consultations-ended', at };
  const changed = told(event, intake.TrackChangedSchema);
  if (changed) return { told: 'track', track: trackOf(changed.track), longStop: dueAtOf(changed.longStop), at };
  const rules = told(event, intake.RulesAdoptedSchema);
  if (rules) return { told: 'rules', version: rules.toVersion, at };
  if (told(event, intake.ScreeningSuspendedSchema)) return { told: 'suspended', at };
  const resumed = told(event, intake.ScreeningResumedSchema);
  if (resumed) return goingOn('resumed', resumed, resumed.suspendedAt, at);
  const reopened = told(event, intake.ScreeningReopenedSchema);
  if (reopened) return goingOn('reopened', reopened, reopened.endedAt, at);
  const ended = told(event, intake.ScreeningEndedSchema);
  if (ended) return { told: 'screening-ended', outcome: ended.outcome, at };
  return told(event, intake.LapseSetAsideSchema) && { told: 'lapse-set-aside', at };
}

/** The panel counts its own clocks in an outage and on a calendar; what it needs to hear is where the long-stop is. */
function longStopMoved(event: PublicEvent): ToldFact | undefined {
  const moved =
    told(event, intake.LongStopExtendedSchema) ??
    told(event, intake.OutageNotedSchema) ??
    told(event, intake.CalendarNotedSchema);
  const longStop = dueAtOf(moved?.longStop);
  return longStop === null ? undefined : { told: 'long-stop', longStop };
}

const dueAtOf = (deadline: Pick<Deadline, 'dueAt'> | undefined): Instant | null =>
  deadline === undefined ? null : (deadline.dueAt as Instant);

/** The number of an exhibit that the panel and both sides read by now, or a version of it. */
export function exhibitIn(event: PublicEvent): string | undefined {
  const accepted = told(event, evidence.ExhibitAcceptedSchema);
  if (accepted) return READ_BY_PANEL_AND_BOTH_SIDES.includes(accepted.tier) ? accepted.exhibitNumber : undefined;
  const widened = told(event, evidence.ReadersAddedSchema);
  if (widened) return READ_BY_PANEL_AND_BOTH_SIDES.includes(widened.to) ? widened.exhibitNumber : undefined;
  return told(event, evidence.PublicVersionFiledSchema)?.exhibitNumber;
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

/** The days and the time that no clock counts are as the intake counts them. */
const goingOn = (
  by: 'resumed' | 'reopened',
  { fromDay, toDay, longStop }: Pick<intake.ScreeningResumed, 'fromDay' | 'toDay' | 'longStop'>,
  from: string,
  at: Instant,
): ToldFact => ({
  told: by,
  longStop: dueAtOf(longStop),
  still: { fromDay: fromDay as IsoDate, toDay: toDay as IsoDate, from: from as Instant, to: at },
  at,
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
