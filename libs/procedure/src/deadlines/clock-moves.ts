import type { RunningDeadline } from './clocks';

/**
 * Clocks that an event starts, and ids of those that it stops. The event is itself the notice of this, served on both
 * parties at the instant at which it is recorded (I-06).
 */
export interface MovesClocks<Clock = RunningDeadline> {
  readonly opens: readonly Clock[];
  readonly closes: readonly string[];
}

/** Clocks that run now, by id. */
export type RunningClocks<Clock = RunningDeadline> = Readonly<Record<string, Clock>>;

/**
 * The clocks that run after an event: those that it closes stop, and those that it opens run from now on, each in the
 * place of a clock of the same id.
 * @param moves the clocks that the event starts and stops; both may be left out
 * @returns `running` itself where nothing moves
 */
export function runningAfter<Clock extends { readonly id: string }>(
  running: RunningClocks<Clock>,
  { opens = [], closes = [] }: Partial<MovesClocks<Clock>>,
): RunningClocks<Clock> {
  if (opens.length === 0 && closes.length === 0) return running;
  const kept = Object.entries(running).filter(([id]) => !closes.includes(id));
  return Object.fromEntries([...kept, ...opens.map((clock) => [clock.id, clock] as const)]);
}
