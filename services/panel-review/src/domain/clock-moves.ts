import type { Instant, PartyCode } from '@parley/kernel';
import type { RunningDeadline } from '@parley/procedure';

/**
 * Clocks that an event starts and stops. The event is itself the notice of it, served on both parties at the one
 * instant at which it is recorded (I-06).
 */
export interface MovesClocks {
  readonly opens: readonly RunningDeadline[];
  readonly closes: readonly string[];
}

/** Deadlines that run now, by id. */
export type Running = Readonly<Record<string, RunningDeadline>>;

/** The clocks that run for one seat, one at a time. */
export const SEAT_CLOCKS = ['nomination', 'disclosure', 'challenge', 'challenge-decision', 'replacement'] as const;
export type SeatClock = (typeof SEAT_CLOCKS)[number];

/** `disclosure:US:2`: the second seat of that party. A seat that is filled anew runs its clocks under the same ids. */
export const seatClockId = (clock: SeatClock, party: PartyCode, seat: number): string => `${clock}:${party}:${String(seat)}`;

/** An event of a later version may say nothing of clocks. */
export function moveClocks(running: Running, { opens = [], closes = [] }: Partial<MovesClocks>): Running {
  if (opens.length === 0 && closes.length === 0) return running;
  const kept = Object.entries(running).filter(([id]) => !closes.includes(id));
  return Object.fromEntries([...kept, ...opens.map((deadline) => [deadline.id, deadline] as const)]);
}

/** Ids of the clocks that had not ended by an instant. */
export const runningAt = (running: Running, at: Instant): readonly string[] => Object.values(running).flatMap(({ id, dueAt }) => (dueAt >= at ? id : []));

export const noClocks: MovesClocks = { opens: [], closes: [] };
