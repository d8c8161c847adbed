import { accept, type Decision } from '@parley/kernel';
import type { Clocks, RunningDeadline } from '@parley/procedure';
import { screeningOver } from './acting';
import { seatClockId, type SeatClock } from './clock-moves';
import { challengeTimeByDefault } from './composition/challenge.decide';
import { challengeByDefault } from './composition/challenge-decision.decide';
import { drawSeats } from './composition/draw-seats';
import type { Seat } from './composition/seat';
import { certificationByDefault } from './findings/certification.decide';
import { votingTimeByDefault } from './findings/findings.decide';
import type { ExpireDeadline } from './panel-commands';
import type { PanelEvent } from './panel-events';
import type { OpenedPanel } from './panel-state';
import { commentsByDefault } from './review/comments.decide';
import { interimByDefault } from './review/interim.decide';

/**
 * What silence does. The default takes effect as of the expiry, whenever it is decided (I-18); a deadline that no longer
 * runs changes nothing, so an act that came in time has won whatever the order of processing (I-19).
 */
export function expireDeadline({ deadlineId, drawSecret }: ExpireDeadline, state: OpenedPanel, clocks: Clocks): Decision<PanelEvent> {
  const deadline = state.running[deadlineId];
  if (!deadline || screeningOver(state, deadline.dueAt)) return accept();
  const { dueAt: expiry } = deadline;
  switch (deadlineId) {
    case 'review':
      return interimByDefault(expiry, clocks);
    case 'interim-comments':
      return commentsByDefault(expiry, state, clocks);
    case 'findings':
      return votingTimeByDefault(expiry, state);
    case 'certification':
      return certificationByDefault(expiry, state);
    default:
      return expireSeatClock(deadline, state, drawSecret, clocks);
  }
}

function expireSeatClock(deadline: RunningDeadline, state: OpenedPanel, drawSecret: string, clocks: Clocks): Decision<PanelEvent> {
  const { id, dueAt: expiry } = deadline;
  const runsAs = (seat: Seat, clock: SeatClock): boolean => seatClockId(clock, state.parties[seat.side], seat.number) === id;
  for (const seat of state.seats) {
    if (runsAs(seat, 'challenge')) return challengeTimeByDefault(state, seat, 'challenge', expiry, clocks);
    if (runsAs(seat, 'replacement')) return challengeTimeByDefault(state, seat, 'replacement', expiry, clocks);
    if (runsAs(seat, 'challenge-decision')) return challengeByDefault(state, seat, expiry, clocks);
    if (runsAs(seat, 'nomination') || runsAs(seat, 'disclosure')) return accept(...drawSeats(state, dueTogether(seat, state, deadline), expiry, drawSecret, clocks));
  }
  return accept();
}

/**
 * All seats of a side that wait for a name or a disclosure until the same instant are drawn in their order, whichever of
 * their deadlines fires first: so the draw depends on the record and not on the timers.
 */
function dueTogether({ side }: Seat, { seats, parties, running }: OpenedPanel, { dueAt }: RunningDeadline): readonly Seat[] {
  return seats.filter(
    (seat) => seat.side === side && (['nomination', 'disclosure'] as const).some((clock) => running[seatClockId(clock, parties[side], seat.number)]?.dueAt === dueAt),
  );
}
