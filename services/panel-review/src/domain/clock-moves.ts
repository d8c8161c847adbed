import type { Instant, PartyCode } from '@parley/kernel';
import type { MovesClocks, RunningClocks } from '@parley/procedure';

/** The clocks that run for one seat, one at a time. */
export const SEAT_CLOCKS = ['nomination', 'disclosure', 'challenge', 'challenge-decision', 'replacement'] as const;
export type SeatClock = (typeof SEAT_CLOCKS)[number];

/** `disclosure:US:2`: the second seat of that party. A seat that is filled anew runs its clocks under the same ids. */
export const seatClockId = (clock: SeatClock, party: PartyCode, seat: number): string =>
  `${clock}:${party}:${String(seat)}`;

/** Ids of the clocks that had not ended by an instant. */
export const runningAt = (running: RunningClocks, at: Instant): readonly string[] =>
  Object.values(running).flatMap(({ id, dueAt }) => (dueAt >= at ? id : []));

export const noClocks: MovesClocks = { opens: [], closes: [] };
