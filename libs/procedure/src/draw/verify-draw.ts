import { canonicalJson, type Sha256 } from '@parley/kernel';
import { drawByLot, drawCommitment, type DrawRecord } from './draw-by-lot';

/** What is wrong with a published draw. */
export type DrawFault =
  | 'malformed'
  | 'secret-does-not-open-commitment'
  | 'nonces-are-not-those-committed'
  | 'roster-is-not-the-frozen-one'
  | 'drawn-otherwise';

/** What was published before a draw. */
export interface PublishedBefore {
  /** SHA-256 of the secret of this seat and draw; `null` where none was published. */
  readonly commitment: Sha256 | null;
  /** The nonces to which desks had committed themselves for this seat and draw: SHA-256 of each, by role. */
  readonly nonces: Readonly<Record<string, Sha256>>;
  /** Digest of the side's roster as it was frozen. */
  readonly rosterDigest: Sha256;
}

/**
 * Repeats a published draw from public data. It cannot tell whether the eligible are right, since the draw does not
 * show it: they are the roster without those whose exclusion is on record. That a nonce or the secret was not laid open
 * is no fault of the record, which says so.
 * @param record the draw, as `GET …/panel/draws` and the dossier show it
 * @param before taken from what was published then, not from the draw's record
 * @returns the fault, or `undefined` when the record is exactly what the draw gives
 */
export function verifyDraw(record: DrawRecord, before: PublishedBefore): DrawFault | undefined {
  const { secret, commitment, nonces } = record;
  try {
    if (commitment !== before.commitment) return 'secret-does-not-open-commitment';
    if (secret !== null && drawCommitment(secret) !== commitment) return 'secret-does-not-open-commitment';
    const committed = Object.fromEntries(nonces.map((each) => [each.of, each.commitment]));
    const fit = nonces.every(({ nonce, commitment: hash }) => nonce === null || drawCommitment(nonce) === hash);
    if (!fit || canonicalJson(committed) !== canonicalJson(before.nonces)) return 'nonces-are-not-those-committed';
    const again = drawByLot(record);
    if (again !== undefined && again.rosterDigest !== before.rosterDigest) return 'roster-is-not-the-frozen-one';
    return again !== undefined && canonicalJson(again) === canonicalJson(record) ? undefined : 'drawn-otherwise';
  } catch (error) {
    if (error instanceof RangeError) return 'malformed';
    throw error;
  }
}
