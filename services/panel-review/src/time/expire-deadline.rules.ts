import { accept, type Decision, type Instant } from '@parley/kernel';
import { isAnswerClock, type Clocks, type RunningDeadline } from '@parley/procedure';
import { challengeByDefault, challengeTimeByDefault } from '../challenges/challenge-decision.rules';
import { claimEvidenceDefault } from '../claims/claim-evidence.rules';
import { removeSilent, type Seat } from '../composition/draw-seat.rules';
import { notFilled, type Unfillable } from '../composition/empty-seats.rules';
import { fillByLot } from '../composition/hold-draw.rules';
import { reportCommentsClosed } from '../experts/expert-reports.rules';
import { commentClockId } from '../experts/experts.rules';
import { certificationByDefault } from '../findings/certification.rules';
import { votingTimeByDefault } from '../findings/voting-time.rules';
import { notGivenByDefault } from '../information/information-request.rules';
import { requestClockId } from '../information/information.rules';
import { leaveCommentsClosed, leaveCommentsId } from '../information/leave.rules';
import { lapseEntry } from '../late-entries/take-late.rules';
import { markingByDefault } from '../marks/mark-passages.rules';
import { evolveOpened } from '../panel/common-refusals.rules';
import type { ExpireDeadline } from '../panel/panel-commands.rules';
import { screeningOver, type OpenedPanel, type OpenedPanelEvent, type PanelEvent } from '../panel/panel-state.rules';
import { commentsByDefault } from '../review/comments.rules';
import { evidenceAnswersClosed, evidenceClosed } from '../review/evidence-time.rules';
import { interimByDefault } from '../review/interim.rules';
import { termsNotSet } from '../terms/set-terms.rules';
import { urgencyByDefault } from '../tracks/tracks-acts.rules';
import { endsInDraw, SEAT_CLOCKS, seatClockId, type SeatClock } from './time.rules';

/**
 * Decides the default of a deadline. It takes effect as of the expiry, whenever it is decided (I-18). A deadline that
 * no longer runs changes nothing, so an act that came in time wins in any order of processing (I-19).
 */
export function expireDeadline(
  { deadlineId, drawSecrets, laidDown = [], translations = [] }: ExpireDeadline,
  state: OpenedPanel,
  clocks: Clocks,
): Decision<PanelEvent> {
  const deadline = state.running[deadlineId];
  if (!deadline) return accept();
  const { dueAt: expiry } = deadline;
  // Findings end the screening, and are published all the same.
  if (deadlineId === 'marking') return markingByDefault(expiry, state);
  if (state.standing.includes(deadlineId) || screeningOver(state, expiry)) return accept();
  if (isAnswerClock(deadlineId)) return lapseEntry(deadlineId, expiry, state, clocks);
  const ofLateClaim = claimEvidenceDefault(deadline, state, clocks);
  if (ofLateClaim) return accept(ofLateClaim);
  switch (deadlineId) {
    case 'review':
      return interimByDefault(expiry, laidDown, state, clocks);
    case 'terms':
      return accept(termsNotSet(expiry, state));
    case 'evidence':
      return accept(evidenceClosed({ event: 'EvidenceClosed', at: expiry, kind: 'expiry' }, clocks));
    case 'evidence-answer':
      return accept(evidenceAnswersClosed(expiry));
    case 'urgency-confirmation':
      return urgencyByDefault(expiry, state, clocks);
    case 'interim-comments':
      return commentsByDefault(expiry, state, clocks);
    case 'findings':
      return votingTimeByDefault(expiry, state);
    case 'certification':
      return certificationByDefault(expiry, translations, state, clocks);
    default:
      return accept(
        ...(materialDefault(deadlineId, state, expiry, clocks) ??
          expireSeatClocks(deadline, state, drawSecrets, clocks)),
      );
  }
}

/**
 * The defaults of requests for information and of comments on a report; `undefined` for the clock of a seat. Requests
 * that end at one instant are decided together in their order, so that the names of the countries decide no order
 * (I-07).
 */
function materialDefault(
  deadlineId: string,
  state: OpenedPanel,
  expiry: Instant,
  clocks: Clocks,
): readonly OpenedPanelEvent[] | undefined {
  const commented = state.requests.find((request) => request.leave && leaveCommentsId(request, state) === deadlineId);
  if (commented) return [leaveCommentsClosed(commented, state, expiry)];
  if (state.requests.some((request) => requestClockId(request) === deadlineId)) {
    return state.requests
      .filter((request) => state.running[requestClockId(request)]?.dueAt === expiry)
      .map((request) => notGivenByDefault(expiry, request, state, clocks));
  }
  const report = state.materials.find(({ id, kind }) => kind === 'expert-report' && commentClockId(id) === deadlineId);
  return report && [reportCommentsClosed(state, report.id, expiry)];
}

/**
 * All clocks of seats that end at one instant are decided together, in the order of the seats, whichever of them fires
 * first. So the result depends only on the record, not on the timers or the names of the countries (I-07).
 */
function expireSeatClocks(
  { dueAt: expiry }: RunningDeadline,
  state: OpenedPanel,
  drawSecrets: ExpireDeadline['drawSecrets'],
  clocks: Clocks,
): readonly OpenedPanelEvent[] {
  const events: OpenedPanelEvent[] = [];
  const none: Unfillable[] = [];
  let now = state;
  const take = (...due: readonly OpenedPanelEvent[]): void => {
    events.push(...due);
    now = due.reduce((before, event) => evolveOpened(before, event), now);
  };
  for (const { id } of state.seats) {
    const seat = now.seats.find((each) => each.id === id);
    const clock = seat && clockDue(seat, now, expiry);
    if (!clock) continue;
    if (!endsInDraw(clock)) {
      take(...seatDefault(seat, clock, now, expiry, clocks));
      continue;
    }
    const removed = clock === 'nonces' ? [] : removeSilent(now, seat, expiry);
    take(...removed);
    const because = seat.called ?? (removed.length > 0 ? 'no-disclosure' : 'no-nomination');
    const vacant = now.seats.find((each) => each.id === id) ?? seat;
    const filled = fillByLot(now, { seat: vacant, because, at: expiry }, drawSecrets, clocks);
    if ('why' in filled) none.push(filled);
    else take(...filled);
  }
  take(...notFilled(now, none, expiry));
  return events;
}

const clockDue = ({ side, number }: Seat, { running, parties }: OpenedPanel, expiry: Instant): SeatClock | undefined =>
  SEAT_CLOCKS.find((each) => running[seatClockId(each, parties[side], number)]?.dueAt === expiry);

function seatDefault(
  seat: Seat,
  clock: Exclude<SeatClock, 'nomination' | 'disclosure' | 'nonces'>,
  state: OpenedPanel,
  expiry: Instant,
  clocks: Clocks,
): readonly OpenedPanelEvent[] {
  return clock === 'challenge-decision'
    ? challengeByDefault(state, seat, expiry, clocks)
    : challengeTimeByDefault(state, seat, clock, expiry, clocks);
}
