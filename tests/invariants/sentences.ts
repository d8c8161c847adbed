import { INVARIANTS, type InvariantId } from '@parley/procedure';

/** Number and sentence of an invariant, as a title. */
export const sentence = (invariant: InvariantId): string => `${invariant} ${INVARIANTS[invariant].sentence.en}`;
