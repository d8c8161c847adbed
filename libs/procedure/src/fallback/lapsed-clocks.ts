import type { Instant } from '@parley/kernel';

/** A limit as far as a late entry needs it. */
interface Limit {
  readonly id: string;
  readonly dueAt: Instant;
}

/**
 * Clocks that ended unheard, by id, as they stood then: an act that is proved only later may set their default aside
 * (I-19).
 */
export type LapsedClocks<Clock extends Limit> = Readonly<Record<string, Clock>>;

/**
 * The clocks that have ended by default after an event. A clock that an event ends no sooner than its expiry had run
 * out: an act in time is received before. One that is started again under its id is awaited anew.
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
