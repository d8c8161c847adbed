import type { InvariantId } from '@parley/procedure';

/** Invariants that cannot be tested yet, with the parts that are missing. */
export const AWAITED: Readonly<Partial<Record<InvariantId, string>>> = {
  'I-44': 'encryption and undertakings for BCI',
  'I-46': 'encryption of sealed content',
};
