import type { Instant } from '@parley/kernel';

/** A limit as far as a late entry needs it. */
interface Limit {
  readonly id: string;
  readonly dueAt: Instant;
}

/**
 * Clocks that ended without the act that they awaited, by id, as they stood then. An act that is proved later may set
 * their default aside (I-19).
 */
export type LapsedClocks<Clock extends Limit> = Readonly<Record<string, Clock>>;

/**
 * The clocks that have ended by default after an event. When an event closes a clock at its expiry or later, the clock
 * had run out, because an act in time is received before. A clock that is started again under its id has not lapsed.
 */
export function lapsedAfter<Clock extends Limit>(
  lapsed: LapsedClocks<Clock>,
  running: LapsedClocks<Clock>,
  { opens, closes, at }: { readonly opens: readonly Limit[]; readonly closes: readonly string[]; readonly at: Instant },
): LapsedClocks<Clock> {
  if (opens.length === 0 && closes.length === 0) return lapsed;
  const kept = Object.entries(lapsed).filter(([id]) => !opens.some((opened) => opened.id === id));
  const ended = closes.flatMap((id) => running[id] ?? []).filter(({ dueAt }) => at >= dueAt);
  return Object.fromEntries([...kept, ...ended.map((clock) => [clock.id, clock] as const)]);
}
