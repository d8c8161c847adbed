import { accept, refuse, type Decision } from '@parley/kernel';
import type { Clocks } from '@parley/procedure';
import { hasOtherCapacity, isPast, runs, screeningOver } from '../acting';
import { seatClockId } from '../clock-moves';
import type { MakeDisclosure } from '../panel-commands';
import type { OpenedPanel } from '../panel-state';
import { refusals } from '../refusals';
import type { DisclosureMade } from './composition-events';
import { seatOf } from './membership';

/** I-08: a member discloses after the nomination and for this case; only then can the seat be taken. */
export function makeDisclosure(
  { by, receivedAt, statement }: MakeDisclosure,
  state: OpenedPanel,
  clocks: Clocks,
): Decision<DisclosureMade> {
  const seat = seatOf(state, by);
  if (!seat) return refuse(refusals.notOnPanel);
  if (hasOtherCapacity(state, by, 'panel')) return refuse(refusals.twoCapacities);
  const over = screeningOver(state, receivedAt);
  if (over) return refuse(over);
  const party = state.parties[seat.side];
  const id = seatClockId('disclosure', party, seat.number);
  if (!runs(state, id)) return refuse(refusals.notAwaitingDisclosure);
  if (isPast(state, id, receivedAt)) return refuse(refusals.disclosureLate);
  return accept({
    type: 'DisclosureMade',
    occurredAt: receivedAt,
    rule: 'I-08',
    tier: 'PANEL',
    data: {
      seat: seat.id,
      side: seat.side,
      party,
      member: by,
      statement,
      opens: [
        clocks.start(
          'challenge',
          { event: 'DisclosureMade', at: receivedAt },
          seatClockId('challenge', party, seat.number),
        ),
      ],
      closes: [id],
    },
  });
}
