import type { DomainEvent, Instant, PartyCode, PersonId } from '@parley/kernel';
import { dayEnd, plusMonths, seatDate, type Clocks } from '@parley/procedure';
import type { MovesClocks } from '../case-events.rules';

/**
 * Claims were withdrawn once the interim text had been served, or S9 had begun without one. Until a day they are not
 * filed again without the other party (I-68). It is recorded beside the withdrawal, or when the interim text is heard
 * of only behind it.
 */
export type WithdrawnAfterReview = DomainEvent<
  'WithdrawnAfterReview',
  MovesClocks & { readonly claims: readonly string[]; readonly until: Instant }
>;

/** The other party lets claims be filed again before their time. */
export type RefilingConsented = DomainEvent<
  'RefilingConsented',
  MovesClocks & { readonly by: PersonId; readonly party: PartyCode; readonly claims: readonly string[] }
>;

export type RefilingEvent = WithdrawnAfterReview | RefilingConsented;

/** The end of the bar on what was withdrawn or decided at an instant: an act at this very instant is free of it. */
export function barredUntil(at: Instant, { ruleSet: { seat, refiling } }: Clocks): Instant {
  return dayEnd(plusMonths(seatDate(at, seat), refiling.afterMonths), seat);
}

/** The fact that claims were withdrawn after the review. @param at when they were withdrawn */
export const withdrawnAfterReview = (claims: readonly string[], at: Instant, clocks: Clocks): WithdrawnAfterReview => ({
  type: 'WithdrawnAfterReview',
  occurredAt: at,
  rule: 'I-68',
  tier: 'PUBLIC',
  data: { claims, until: barredUntil(at, clocks), opens: [], closes: [] },
});
