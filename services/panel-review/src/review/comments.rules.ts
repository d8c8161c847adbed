import { accept, refuse, type Decision, type Instant, type PersonId } from '@parley/kernel';
import type { Clocks, Happening } from '@parley/procedure';
import { isWhole, seatOf } from '../composition/draw-seat.rules';
import { findingsRefusals } from '../findings/findings-refusals.rules';
import { commonRefusals } from '../panel/common-refusals.rules';
import type { CommentInterim, FinishCommenting } from '../panel/panel-commands.rules';
import {
  deskOf,
  hasOtherCapacity,
  isPast,
  isRefused,
  screeningOver,
  type Act,
  type OpenedPanel,
  type OpenedPanelEvent,
  type PanelEvent,
  stoppedAt,
} from '../panel/panel-state.rules';
import { findingsClock, stageClock } from '../tracks/tracks.rules';
import { evidenceClosed, evidenceTime } from './evidence-time.rules';
import { interimMissing } from './interim.rules';
import {
  reviewRefusals,
  type CommentingFinished,
  type InterimCommented,
  type InterimCommentsClosed,
  type ReviewOpened,
} from './review.rules';

/**
 * Why somebody may not act for the panel in its review; `undefined` for a co-chair of a whole panel before the review's
 * end.
 */
export function coChairBar(state: OpenedPanel, person: PersonId, at: Instant) {
  const bar = panelActBar(state, person, at);
  if (bar) return bar;
  if (!state.convening?.coChairs.includes(person)) return reviewRefusals.notCoChair;
  return reviewBar(state, at);
}

/** Why nothing can be laid before the panel now: the review has not begun, or it is over. */
export function reviewBar(state: OpenedPanel, at: Instant) {
  if (state.stage.name !== 'reviewing') return reviewRefusals.notReviewing;
  return isPast(state, 'review', at) ? reviewRefusals.reviewOver : undefined;
}

/**
 * S7 starts from the later of composition and the end of S5, whichever of the two is learned of last. On the urgent
 * track it starts from the composition, because its end is counted from the registration there. When that end has
 * passed by then, the review is over as it begins, and the time for findings starts.
 * @param resumed the happening by which a suspended or ended screening went on: nothing starts before it
 */
export function reviewOpening(state: OpenedPanel, clocks: Clocks, resumed?: Happening): readonly OpenedPanelEvent[] {
  if (state.stage.name !== 'composed' || stoppedAt(state) !== undefined || !isWhole(state)) return [];
  const due = startOf(state);
  if (!due) return [];
  const start = resumed && resumed.at > due.at ? resumed : due;
  const review = stageClock(clocks, state, 'review', start);
  const over = review.dueAt <= start.at;
  const opened: ReviewOpened = {
    type: 'ReviewOpened',
    occurredAt: start.at,
    rule: 'S7',
    tier: 'PUBLIC',
    data: { opens: over ? [] : [review, evidenceTime(start, state, clocks), clocks.start('terms', start)], closes: [] },
  };
  return over ? [opened, evidenceClosed(start, clocks), interimMissing(start.at, state, clocks)] : [opened];
}

/** What starts the review; `undefined` while the composition or the end of consultations is awaited. */
function startOf({ convening, consultationsEndedAt, track }: OpenedPanel): Happening | undefined {
  if (!convening) return undefined;
  const { wholeSince, by } = convening;
  const composition = { event: 'PanelConvened', at: wholeSince, kind: by };
  if (track === 'urgent') return composition;
  if (consultationsEndedAt === null) return undefined;
  return consultationsEndedAt > wholeSince
    ? { event: 'ConsultationsClosed', at: consultationsEndedAt, kind: 'expiry' }
    : composition;
}

/**
 * Why somebody may not read the panel's deliberation; `undefined` for a seated member without an undecided challenge.
 */
export function deliberationBar(state: OpenedPanel, person: PersonId) {
  const stage = seatOf(state, person)?.occupancy.stage;
  if (stage === 'challenged') return findingsRefusals.challenged;
  if (stage !== 'settled') return findingsRefusals.notSeated;
  return hasOtherCapacity(state, person, 'panel') ? commonRefusals.twoCapacities : undefined;
}

/**
 * Why somebody may not act in the panel's name now: not seated (I-08, I-09), too late, or a member is missing (I-02).
 */
export function panelActBar(state: OpenedPanel, person: PersonId, at: Instant) {
  const bar = deliberationBar(state, person) ?? screeningOver(state, at);
  if (bar) return bar;
  return isWhole(state) ? undefined : findingsRefusals.parityBroken;
}

/** A party comments on the interim text, once, until it has said that it is done. A comment ends nothing. */
export function commentInterim(command: CommentInterim, state: OpenedPanel) {
  const side = commentingSide(command, state);
  if (isRefused(side)) return side;
  if (state.comments.some((other) => other.side === side)) return refuse(reviewRefusals.commented);
  const { by, receivedAt, comment } = command;
  return accept<InterimCommented>({
    type: 'InterimCommented',
    occurredAt: receivedAt,
    rule: 'S8',
    tier: 'PANEL',
    data: { party: state.parties[side], by, comment, opens: [], closes: [] },
  });
}

/** A party says that it is done with the interim text. The time for comments ends early when both have said so. */
export function finishCommenting(command: FinishCommenting, state: OpenedPanel, clocks: Clocks) {
  const side = commentingSide(command, state);
  if (isRefused(side)) return side;
  const { by, receivedAt } = command;
  const done: CommentingFinished = {
    type: 'CommentingFinished',
    occurredAt: receivedAt,
    rule: 'S8',
    tier: 'PANEL',
    data: { party: state.parties[side], by, opens: [], closes: [] },
  };
  return state.interim?.doneBy.length
    ? accept<PanelEvent>(done, closed('both-done', receivedAt, state, clocks))
    : accept<PanelEvent>(done);
}

/** The side of a desk that may still speak to the interim text, or the refusal of its act. */
export function commentingSide(command: Act, state: OpenedPanel) {
  const side = deskOf(state, command);
  if (isRefused(side)) return side;
  const { receivedAt } = command;
  const over = screeningOver(state, receivedAt);
  if (over) return refuse(over);
  if (state.stage.name !== 'interim-comments')
    return refuse(state.interim ? reviewRefusals.commentLate : reviewRefusals.notCommenting);
  if (isPast(state, 'interim-comments', receivedAt)) return refuse(reviewRefusals.commentLate);
  return state.interim?.doneBy.includes(side) ? refuse(reviewRefusals.commentingFinished) : side;
}

/** The time for comments is over. When nobody commented, the interim text is final. */
export const commentsByDefault = (
  expiry: Instant,
  state: OpenedPanel,
  clocks: Clocks,
): Decision<InterimCommentsClosed> => accept(closed('default', expiry, state, clocks));

const closed = (
  by: InterimCommentsClosed['data']['by'],
  at: Instant,
  state: OpenedPanel,
  clocks: Clocks,
): InterimCommentsClosed => ({
  type: 'InterimCommentsClosed',
  occurredAt: at,
  rule: 'S8',
  tier: 'PUBLIC',
  data: {
    by,
    interimIsFinal: state.comments.length === 0,
    opens: [
      findingsClock(clocks, state, { event: 'InterimCommentsClosed', at, kind: by === 'default' ? 'expiry' : 'act' }),
    ],
    closes: ['interim-comments'],
  },
});
