import type { Instant, PartyCode, Sha256 } from '@parley/kernel';

/** A co-head's signature: who, of which side, over what, received when. */
export interface CoHeadSignature {
  readonly coHead: string;
  readonly party: PartyCode;
  readonly digest: Sha256;
  readonly receivedAt: Instant;
}

/** How an act of the co-heads stands; once in effect, `by` says through what (I-04). */
export type CoHeadsActState =
  | { readonly status: 'pending'; readonly missing: readonly PartyCode[] }
  | { readonly status: 'in-effect'; readonly by: 'both-signatures'; readonly at: Instant }
  | {
      readonly status: 'in-effect';
      readonly by: 'default';
      readonly at: Instant;
      readonly missing: readonly PartyCode[];
    };

/**
 * I-04: an act of the co-heads takes effect with the signatures of two persons, one of each party, over the same digest
 * and received before the time is up; after it, by the default of the rule set.
 * @param parties the two parties
 * @param digest of the text to be signed; signatures over anything else count for nothing
 * @param now the instant at which the question is asked
 */
export function coHeadsAct(
  signatures: readonly CoHeadSignature[],
  parties: readonly [PartyCode, PartyCode],
  digest: Sha256,
  dueAt: Instant,
  now: Instant,
): CoHeadsActState {
  const valid = signatures
    .filter((signature) => signature.digest === digest && signature.receivedAt < dueAt && signature.receivedAt <= now)
    .toSorted((a, b) => (a.receivedAt < b.receivedAt ? -1 : a.receivedAt > b.receivedAt ? 1 : 0));
  const pairs = valid
    .filter((signature) => signature.party === parties[0])
    .flatMap((one) =>
      valid
        .filter((other) => other.party === parties[1] && other.coHead !== one.coHead)
        .map((other) => [one, other] as const),
    );
  const complete = pairs
    .map(([one, other]) => (one.receivedAt > other.receivedAt ? one.receivedAt : other.receivedAt))
    .toSorted();
  const [at] = complete;
  if (at !== undefined) return { status: 'in-effect', by: 'both-signatures', at };
  const missing = parties.filter((party) => !valid.some((signature) => signature.party === party));
  return now >= dueAt ? { status: 'in-effect', by: 'default', at: dueAt, missing } : { status: 'pending', missing };
}
