import { accept, refuse, type Decision } from '@parley/kernel';
import type { Clocks } from '@parley/procedure';
import { deskOf, isPast, isRefused, runs, screeningOver } from '../acting';
import { seatClockId } from '../clock-moves';
import type { NominateMember } from '../panel-commands';
import type { OpenedPanel } from '../panel-state';
import { refusals } from '../refusals';
import type { MemberNominated } from './composition-events';
import { eligibleOf } from './draw-seat';

/** A desk names a member for the first vacant seat of its side, from its roster as it was frozen. */
export function nominateMember(command: NominateMember, state: OpenedPanel, clocks: Clocks): Decision<MemberNominated> {
  const side = deskOf(state, command);
  if (isRefused(side)) return side;
  const { by, receivedAt, member, coChair } = command;
  const over = screeningOver(state, receivedAt);
  if (over) return refuse(over);
  const party = state.parties[side];
  const awaited = state.seats.filter(
    (seat) => seat.side === side && runs(state, seatClockId('nomination', party, seat.number)),
  );
  if (awaited.length === 0) return refuse(refusals.noVacantSeat);
  const seat = awaited.find(({ number }) => !isPast(state, seatClockId('nomination', party, number), receivedAt));
  if (!seat) return refuse(refusals.nominationLate);
  if (!state.rosters[side].some(({ personId }) => personId === member))
    return refuse(refusals.notOnFrozenRoster, '/member');
  if (member === by || !eligibleOf(state, side).includes(member)) return refuse(refusals.notEligible, '/member');
  return accept({
    type: 'MemberNominated',
    occurredAt: receivedAt,
    rule: 'S6',
    tier: 'PUBLIC',
    data: {
      seat: seat.id,
      side,
      party,
      member,
      coChair,
      by,
      opens: [
        clocks.start(
          'disclosure',
          { event: 'MemberNominated', at: receivedAt },
          seatClockId('disclosure', party, seat.number),
        ),
      ],
      closes: [seatClockId('nomination', party, seat.number)],
    },
  });
}
