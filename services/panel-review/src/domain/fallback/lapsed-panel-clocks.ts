import { lapsedAfter, type LapsedClocks, type MovesClocks, type RunningDeadline } from '@parley/procedure';
import { SEAT_CLOCKS, seatClockId } from '../clock-moves';
import type { Occupancy, Seat } from '../composition/seat';
import type { OpenedPanelEvent } from '../panel-events';
import type { OpenedPanel } from '../panel-state';

/**
 * A clock of the panel that ended unheard; that of a seat with who was on it then, and how many draws there had been.
 */
export type LapsedPanelClock = RunningDeadline & { readonly occupancy?: Occupancy; readonly draws?: number };

export type LapsedPanelClocks = LapsedClocks<LapsedPanelClock>;

/** The seat for which a clock runs; none for a clock of the whole panel. */
export const seatOfClock = ({ seats, parties }: Pick<OpenedPanel, 'seats' | 'parties'>, id: string): Seat | undefined =>
  seats.find((seat) => clocksOfSeat({ parties }, seat).includes(id));

/** Ids of the clocks that may run for a seat. */
export const clocksOfSeat = ({ parties }: Pick<OpenedPanel, 'parties'>, { side, number }: Seat): readonly string[] =>
  SEAT_CLOCKS.map((clock) => seatClockId(clock, parties[side], number));

/** What is kept of clocks that ended unheard, after an event. */
export function lapsedPanelClocks(before: OpenedPanel, { occurredAt: at, data }: OpenedPanelEvent): LapsedPanelClocks {
  const { opens, closes } = movesOf(data);
  const ended = closes.flatMap((id) => {
    const clock = before.running[id];
    if (!clock) return [];
    const seat = seatOfClock(before, id);
    return [[id, seat ? { ...clock, occupancy: seat.occupancy, draws: before.draws.length } : clock] as const];
  });
  return lapsedAfter<LapsedPanelClock>(before.lapsed, Object.fromEntries(ended), { opens, closes, at });
}

/** An event of a later version may say nothing of clocks. */
const movesOf = ({ opens = [], closes = [] }: Partial<MovesClocks>): MovesClocks => ({ opens, closes });
