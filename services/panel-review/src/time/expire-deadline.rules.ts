import { accept, type Bilingual, type Decision, type Instant } from '@parley/kernel';
import type { Clocks, RunningDeadline } from '@parley/procedure';
import { challengeByDefault, challengeTimeByDefault } from '../challenges/challenge-decision.rules';
import { drawSeat, type Seat } from '../composition/draw-seat.rules';
import { freezeAnew } from '../composition/members.rules';
import { reportCommentsClosed } from '../experts/expert-reports.rules';
import { commentClockId } from '../experts/experts.rules';
import { certificationByDefault, votingTimeByDefault } from '../findings/certification.rules';
import { notGivenByDefault } from '../information/information-request.rules';
import { requestClockId } from '../information/information.rules';
import { evolve, evolveOpened } from '../panel/common-refusals.rules';
import type { ExpireDeadline, NoteReopening, NoteResumption, NoteSuspension } from '../panel/panel-commands.rules';
import {
  screeningOver,
  type OpenedPanel,
  type OpenedPanelEvent,
  type PanelEvent,
  type PanelState,
} from '../panel/panel-state.rules';
import { commentsByDefault, interimByDefault, reviewOpening } from '../review/comments.rules';
import { urgencyByDefault } from '../tracks/tracks-acts.rules';
import {
  runningAt,
  SEAT_CLOCKS,
  seatClockId,
  type ReopeningNoted,
  type ResumptionNoted,
  type SuspensionNoted,
} from './time.rules';

/**
 * What silence does. The default takes effect as of the expiry, whenever it is decided (I-18); a deadline that no
 * longer runs changes nothing, so an act that came in time has won whatever the order of processing (I-19).
 */
export function expireDeadline(
  { deadlineId, drawSecret }: ExpireDeadline,
  state: OpenedPanel,
  clocks: Clocks,
): Decision<PanelEvent> {
  const deadline = state.running[deadlineId];
  if (!deadline || screeningOver(state, deadline.dueAt)) return accept();
  const { dueAt: expiry } = deadline;
  switch (deadlineId) {
    case 'review':
      return interimByDefault(expiry, state, clocks);
    case 'urgency-confirmation':
      return urgencyByDefault(expiry);
    case 'interim-comments':
      return commentsByDefault(expiry, state, clocks);
    case 'findings':
      return votingTimeByDefault(expiry, state);
    case 'certification':
      return certificationByDefault(expiry, state);
    default:
      return accept(
        ...(materialDefault(deadlineId, state, expiry) ?? expireSeatClocks(deadline, state, drawSecret, clocks)),
      );
  }
}

/**
 * What silence does to a request for information and to a report; nothing for the clock of a seat. Requests that end at
 * one instant are decided together in their order, so that no order comes of the names of the countries (I-07).
 */
function materialDefault(
  deadlineId: string,
  state: OpenedPanel,
  expiry: Instant,
): readonly OpenedPanelEvent[] | undefined {
  if (state.requests.some(({ id, askedOf }) => requestClockId(askedOf, id) === deadlineId)) {
    return state.requests
      .filter(({ id, askedOf }) => state.running[requestClockId(askedOf, id)]?.dueAt === expiry)
      .map((request) => notGivenByDefault(expiry, request));
  }
  const report = state.materials.find(({ id, kind }) => kind === 'expert-report' && commentClockId(id) === deadlineId);
  return report && [reportCommentsClosed(state, report.id, expiry)];
}

/**
 * All clocks of seats that end at one instant are decided together, in the order of the seats, whichever of them fires
 * first: so what comes of it depends on the record, and neither on the timers nor on the names of the countries (I-07).
 */
function expireSeatClocks(
  { dueAt: expiry }: RunningDeadline,
  state: OpenedPanel,
  drawSecret: string,
  clocks: Clocks,
): readonly OpenedPanelEvent[] {
  const events: OpenedPanelEvent[] = [];
  let now = state;
  for (const { id } of state.seats) {
    const seat = now.seats.find((each) => each.id === id);
    if (!seat || now.stage.name === 'impossible') break;
    const due = seatDefault(seat, now, expiry, drawSecret, clocks);
    events.push(...due);
    now = due.reduce((before, event) => evolveOpened(before, event), now);
  }
  return events;
}

function seatDefault(
  seat: Seat,
  state: OpenedPanel,
  expiry: Instant,
  drawSecret: string,
  clocks: Clocks,
): readonly OpenedPanelEvent[] {
  const clock = SEAT_CLOCKS.find(
    (each) => state.running[seatClockId(each, state.parties[seat.side], seat.number)]?.dueAt === expiry,
  );
  switch (clock) {
    case 'nomination':
    case 'disclosure':
      return [drawSeat(state, seat, expiry, drawSecret, clocks)];
    case 'challenge':
    case 'replacement':
      return challengeTimeByDefault(state, seat, clock, expiry, clocks);
    case 'challenge-decision':
      return challengeByDefault(state, seat, expiry, clocks);
    case undefined:
      return [];
  }
}

/**
 * The clocks that had not ended stand still; one that had is left to its default, which is late in being decided only.
 */
export function noteSuspension({ at }: NoteSuspension, state: OpenedPanel): Decision<SuspensionNoted> {
  if (state.suspendedAt !== null || state.screeningEnd) return accept();
  return accept(suspensionNoted(at, runningAt(state.running, at)));
}

/**
 * What an act or a default of before the suspension starts, though it is decided only in it, stands still from its
 * beginning, and so does what is counted anew: the record says so right behind, and nobody is told that it runs.
 */
export function standingStill(decision: Decision<PanelEvent>, state: OpenedPanel): Decision<PanelEvent> {
  const { suspendedAt } = state;
  if (
    decision.kind === 'refused' ||
    suspendedAt === null ||
    decision.events.some(({ type }) => GOING_ON.includes(type))
  )
    return decision;
  const started = decision.events.flatMap(({ data }) => ('opens' in data ? data.opens.map(({ id }) => id) : []));
  const after = decision.events.reduce<PanelState>(evolve, state);
  const closes =
    after.status === 'opened' ? runningAt(after.running, suspendedAt).filter((id) => started.includes(id)) : [];
  return closes.length === 0 ? decision : accept<PanelEvent>(...decision.events, suspensionNoted(suspendedAt, closes));
}

const GOING_ON: readonly PanelEvent['type'][] = ['ResumptionNoted', 'ReopeningNoted'];

const suspensionNoted = (at: Instant, closes: readonly string[]): SuspensionNoted => ({
  type: 'SuspensionNoted',
  occurredAt: at,
  rule: 'S11',
  tier: 'PUBLIC',
  data: { opens: [], closes },
});

export function noteResumption(
  { at, longStop, still }: NoteResumption,
  state: OpenedPanel,
  clocks: Clocks,
): Decision<PanelEvent> {
  if (state.suspendedAt === null) return accept();
  const opens = goingOn(state, state.suspendedAt, still, { at, reason: resumed }, clocks);
  const noted: ResumptionNoted = {
    type: 'ResumptionNoted',
    occurredAt: at,
    rule: 'S11',
    tier: 'PUBLIC',
    data: { longStop, opens, closes: [] },
  };
  return accept<PanelEvent>(
    noted,
    ...reviewOpening(evolveOpened(state, noted), clocks, { event: 'ScreeningResumed', at }),
  );
}

/** A panel that had done its work stays as it is; one that could not be had is composed anew. */
export function noteReopening(
  { at, longStop, still, anew }: NoteReopening,
  state: OpenedPanel,
  clocks: Clocks,
): Decision<PanelEvent> {
  if (!state.screeningEnd) return accept();
  const since = state.suspendedAt ?? state.screeningEnd.at;
  const opens = goingOn(state, since, still, { at, reason: reopened }, clocks);
  const noted: ReopeningNoted = {
    type: 'ReopeningNoted',
    occurredAt: at,
    rule: 'I-26',
    tier: 'PUBLIC',
    data: { longStop, opens, closes: [] },
  };
  const after = evolveOpened(state, noted);
  return accept<PanelEvent>(
    noted,
    ...freezeAnew(after, anew, at, clocks),
    ...reviewOpening(after, clocks, { event: 'ScreeningReopened', at }),
  );
}

const goingOn = (
  { running }: OpenedPanel,
  since: Instant,
  still: NoteResumption['still'],
  made: { readonly at: Instant; readonly reason: Bilingual },
  clocks: Clocks,
): readonly RunningDeadline[] =>
  Object.values(running).flatMap((deadline) => (deadline.dueAt > since ? [clocks.resume(deadline, still, made)] : []));

const resumed: Bilingual = { en: 'The suspension has ended.', 'zh-Hans': '中止已结束。' };
const reopened: Bilingual = { en: 'Both parties reopened the screening.', 'zh-Hans': '双方重新启动审查。' };
