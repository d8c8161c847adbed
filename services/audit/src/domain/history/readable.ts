import type { Tier } from '@parley/kernel';

/**
 * The tiers whose events a reader's history holds. The panel's deliberation is no history before the findings are
 * released, not even for those who deliberate (I-14): they read it in its own place.
 */
export const readableHistory = (tiers: ReadonlySet<Tier>, released: boolean): ReadonlySet<Tier> =>
  released ? tiers : new Set([...tiers].filter((tier) => tier !== 'DELIBERATION'));
