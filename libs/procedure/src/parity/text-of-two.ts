import type { PartyCode, PersonId, Sha256 } from '@parley/kernel';

/** Signature of a text that two persons, one of each side, put to both sides together. */
export interface SignatureOfText {
  readonly party: PartyCode;
  readonly by: PersonId;
  readonly digest: Sha256;
}

/**
 * What one more signature means. `first`: the other person's is awaited. `both`: with it the text is put. With any
 * other it counts for nothing.
 */
export type StandingOfSignature = 'first' | 'both' | 'signed-already' | 'signs-for-both' | 'too-often' | 'differs';

/**
 * I-04: a text is put with the signatures of two persons, one of each side, over the same digest. Each sends the whole
 * text, so that no draft is on record, which one side could hold against the other. Who signed first may sign another
 * text instead, and the last one counts.
 * @param signatures all that stand, in their order; none of a text that was put already
 * @param most how many texts the person of a side may sign
 */
export function standingOfSignature(
  signatures: readonly SignatureOfText[],
  { party, by, digest }: SignatureOfText,
  most: number,
): StandingOfSignature {
  const lastOf = (own: boolean) => signatures.findLast((each) => (each.party === party) === own);
  const other = lastOf(false);
  if (lastOf(true)?.digest === digest) return 'signed-already';
  if (other?.by === by) return 'signs-for-both';
  if (signatures.filter((each) => each.party === party).length >= most) return 'too-often';
  if (!other) return 'first';
  if (other.digest !== digest) return 'differs';
  return 'both';
}
