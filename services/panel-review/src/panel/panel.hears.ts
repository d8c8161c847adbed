import { evidence, intake, panelReview, sayDeadline, tell, told, type Deadline, type Taking } from '@parley/contracts';
import { streamIdOf, type RecordedEvent } from '@parley/event-store';
import type { CaseParties, Instant, IsoDate, PartyCode } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import type { MovesClocks, Track } from '@parley/procedure';
import type { ClaimAtIssue } from '../findings/make-findings.rules';
import type { ObjectionAtIssue } from '../claims/objections.rules';
import {
  learn,
  nothingTold,
  saysOfCase,
  type Registration,
  type ToldFact,
  type ToldOfCase,
} from '../time/known-case.rules';
import type { FollowScreening, NoteOutage } from './panel-commands.rules';
import { setAsideIn } from './panel-facts.hears';
import type { PanelEvent } from './panel-state.rules';

/**
 * The clocks that an event starts, moves and ends, for the notice that both parties are served (I-06) and for
 * everybody's agenda. An event that touches no clock is told only when it is a proposal to move one, which the other
 * side can sign only while that clock runs (I-20), or a default that is set aside. An event of the deliberation is told
 * to nobody (I-14).
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

/** The member on the seat that the event is about, whose act comes next; empty when it is about no seat. */
const awaited = (data: PanelEvent['data']): string => ('member' in data ? data.member : '');

/** Contexts of whose events panel review hears. */
export const HEARS = ['intake', 'evidence', 'referral'] as const;
/** Contexts that stop and move clocks of a panel. A default waits until their events up to its expiry were heard. */
export const MOVES_CLOCKS = ['intake'] as const;

/** The facts in another context's public event on which a panel decides; none in most events. */
export function taughtBy(event: PublicEvent): readonly ToldFact[] {
  const fact = registrationOf(event) ?? ofClaims(event) ?? ofScreening(event) ?? longStopMoved(event);
  if (fact) return [fact];
  const struck = exhibitStruckIn(event);
  if (struck !== undefined) return [{ told: 'exhibit-struck', exhibit: struck, at: event.time }];
  const answers = told(event, evidence.ExhibitAcceptedSchema)?.answers ?? '';
  const exhibit = exhibitIn(event);
  return exhibit === undefined ? [] : [{ told: 'exhibit', ...exhibit, at: event.time, answers }];
}

/** How a case is known to its panel (see `knownFrom`). */
export const takingOfPanel: Taking<ToldFact, ToldOfCase> = {
  nothing: nothingTold,
  take: taughtBy,
  learn,
  says: saysOfCase,
};

/** The command that a public event calls for, as far as the message alone says; none for most events. */
export function effectOf(event: PublicEvent): FollowScreening | NoteOutage | undefined {
  const outage = told(event, intake.OutageNotedSchema);
  if (outage) {
    const { outageId, outageFrom, outageTo } = outage;
    return { type: 'NoteOutage', outageId, from: outageFrom as Instant, to: outageTo as Instant, at: event.time };
  }
  return taughtBy(event).some(isFollowed) ? { type: 'FollowScreening' } : undefined;
}

/** True for a fact that may have effects of its own here, beside being decided on. */
export const isFollowed = ({ told }: ToldFact): boolean => FOLLOWED.includes(told);

const FOLLOWED: readonly ToldFact['told'][] = [
  'consultations-ended',
  'track',
  'suspended',
  'resumed',
  'reopened',
  'screening-ended',
  'lapse-set-aside',
  'long-stop-reached',
  'claims',
  'amended',
  'amendment-answered',
];

/** Ids of claims that keep their id and have another text. What members had said about them is set aside. */
export const claimsReplacedBy = (event: PublicEvent): readonly string[] =>
  told(event, intake.GrievanceAmendedSchema)?.replacedClaimIds ?? [];

/** True for a message that has effects here, beside being decided on. */
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
    filedAt: registered.filedAt as Instant,
    registeredAt: event.time,
    registeredBy: triggerKindOf(longStop),
    ruleSetVersion,
    longStop: longStop.dueAt as Instant,
    track: trackOf(registered.track),
  };
}

/** A fact about what is at issue: the claims, and the objections to them. */
function ofClaims(event: PublicEvent): ToldFact | undefined {
  const at = event.time;
  const served = told(event, intake.GrievanceServedSchema) ?? told(event, intake.AmendmentServedSchema);
  if (served) return { told: 'claims', claims: claimsOf(served), at };
  const amended = told(event, intake.GrievanceAmendedSchema);
  if (amended) return amendedBy(amended, at);
  const answered = told(event, intake.AmendmentReplyReceivedSchema);
  if (answered)
    return { told: 'amendment-answered', amendmentId: answered.amendmentId, event: 'AmendmentAnswered', at };
  const lapsed = told(event, intake.AmendmentReplyLapsedSchema);
  if (lapsed) return { told: 'amendment-answered', amendmentId: lapsed.amendmentId, event: 'AmendmentReplyLapsed', at };
  const reply = told(event, intake.ReplyReceivedSchema);
  if (reply) return { told: 'replied', objections: reply.objections.map(objectionOf), at };
  // Its objections are gone with the reply (I-67).
  if (told(event, intake.ActRepudiatedSchema)?.kind === 'reply') return { told: 'replied', objections: [], at };
  const withdrawn = told(event, intake.ClaimsWithdrawnSchema);
  if (withdrawn) return { told: 'claims-withdrawn', claimIds: withdrawn.claimIds, at };
  const again = told(event, intake.ClaimsWithdrawalSetAsideSchema);
  return again && { told: 'withdrawal-set-aside', claimIds: again.claimIds, standing: again.standingClaimIds, at };
}

/** An amendment whose claims are answered in a time of their own; none that resets the whole reply or adds none. */
function amendedBy({ amendmentId: id, addedClaimIds, replacedClaimIds, reply }: intake.GrievanceAmended, at: Instant) {
  return reply?.id === `reply:${id}`
    ? ({
        told: 'amended',
        ...{ id, claims: [...addedClaimIds, ...replacedClaimIds], at },
        replyDue: reply.dueAt as Instant,
      } as const)
    : undefined;
}

/** A fact about the screening as a whole: its track and rules, its end, a standstill. */
function ofScreening(event: PublicEvent): ToldFact | undefined {
  const at = event.time;
  if (told(event, intake.ConsultationsClosedSchema)) return { told: 'consultations-ended', at };
  const changed = told(event, intake.TrackChangedSchema);
  if (changed) return { told: 'track', track: trackOf(changed.track), longStop: dueAtOf(changed.longStop), at };
  const rules = told(event, intake.RulesAdoptedSchema);
  if (rules) return { told: 'rules', version: rules.toVersion, at };
  if (told(event, intake.LongStopReachedSchema)) return { told: 'long-stop-reached', at };
  if (told(event, intake.ScreeningSuspendedSchema)) return { told: 'suspended', at };
  const resumed = told(event, intake.ScreeningResumedSchema);
  if (resumed) return goingOn('resumed', resumed, resumed.suspendedAt, at);
  const reopened = told(event, intake.ScreeningReopenedSchema);
  if (reopened) return goingOn('reopened', reopened, reopened.endedAt, at);
  const ended = told(event, intake.ScreeningEndedSchema);
  if (ended) return { told: 'screening-ended', outcome: ended.outcome, at };
  return setAsideIn(event);
}

/**
 * The panel itself counts its clocks anew after an outage or a calendar. It only needs to hear where the long-stop is.
 */
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

/** An exhibit which the panel and both sides can read from now on, itself or in a public version. */
export function exhibitIn(event: PublicEvent) {
  const [accepted, widened] = [told(event, evidence.ExhibitAcceptedSchema), told(event, evidence.ReadersAddedSchema)];
  const tier = accepted?.tier ?? widened?.to;
  const read = accepted ?? widened ?? told(event, evidence.PublicVersionFiledSchema);
  if (read === undefined || (tier !== undefined && !READ_BY_PANEL_AND_BOTH_SIDES.includes(tier))) return undefined;
  return { exhibit: read.exhibitNumber, party: read.party as PartyCode, isPublic: tier === 'PUBLIC' };
}

/** The number of an exhibit that nobody reads from now on: its party took it back, or both co-heads did. */
export function exhibitStruckIn(event: PublicEvent): string | undefined {
  const struck = told(event, evidence.ExhibitWithdrawnSchema) ?? told(event, evidence.ReadersTakenAwaySchema);
  return struck && (!('to' in struck) || struck.to === 'NOBODY') ? struck.exhibitNumber : undefined;
}

/**
 * A text of the panel rests on exhibits of which both sides (I-65) and the panel have a version. Members do not even
 * learn that there is an exhibit between the parties alone (I-43), unless it has a public version.
 */
const READ_BY_PANEL_AND_BOTH_SIDES: readonly string[] = ['PUBLIC', 'PANEL'];

const claimsOf = ({ grievance }: { readonly grievance?: intake.Grievance | undefined }): readonly ClaimAtIssue[] =>
  (grievance?.claims ?? []).map(({ id, measureId, agreement, provision, claimant }) => ({
    id,
    measure: measureId,
    agreement,
    provision,
    ...(claimant === 'respondent' ? { claimant } : {}),
  }));

const objectionOf = ({ id, kind, claimIds }: intake.RaisedObjection): ObjectionAtIssue => ({ id, kind, claimIds });

/** Takes the days and the time that no clock counts from the intake's count. */
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

const trackOf = (track: string): Track => (track === 'urgent' || track === 'complex' ? track : 'standard');

/** A registration by default has the day of the expiry as its trigger day. Only the deadline tells that it was one. */
const triggerKindOf = ({ trigger }: Deadline): Registration['registeredBy'] =>
  trigger?.kind === 'expiry' ? 'expiry' : 'act';
