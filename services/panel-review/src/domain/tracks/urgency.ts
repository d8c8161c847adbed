import type { Instant, PersonId } from '@parley/kernel';

/** What the panel says of the urgency of its case. `stands` is what its silence comes to. */
export type UrgencyVerdict = 'confirmed' | 'refused';

export interface DecidedUrgency {
  readonly verdict: UrgencyVerdict | 'stands';
  readonly decidedAt: Instant;
}

/** A member's present view, which lies in deliberation (I-14). */
export interface UrgencyView {
  readonly member: PersonId;
  readonly verdict: UrgencyVerdict;
}
