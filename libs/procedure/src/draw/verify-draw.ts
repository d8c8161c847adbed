import { canonicalJson, type Sha256 } from '@parley/kernel';
import { drawByLot, drawCommitment, type DrawRecord } from './draw-by-lot';

/** What is wrong with a published draw. */
export type DrawFault =
  'malformed' | 'secret-does-not-open-commitment' | 'roster-is-not-the-frozen-one' | 'drawn-otherwise';

/**
 * Repeats a published draw. It cannot tell whether the eligible are right, since the draw does not show it: they are
 * the roster without those whose exclusion is on record.
 * @param opened what was published when the panel was opened; taken from there, not from the draw's record
 * @returns the fault, or `undefined` when the record is exactly what the draw gives
 */
export function verifyDraw(
  record: DrawRecord,
  opened: { readonly commitment: Sha256; readonly rosterDigest: Sha256 },
): DrawFault | undefined {
  try {
    if (drawCommitment(record.secret) !== opened.commitment) return 'secret-does-not-open-commitment';
    const again = drawByLot(record.secret, record.seat, record.roster, record.eligible);
    if (again !== undefined && again.rosterDigest !== opened.rosterDigest) return 'roster-is-not-the-frozen-one';
    return again !== undefined && canonicalJson(again) === canonicalJson(record) ? undefined : 'drawn-otherwise';
  } catch (error) {
    if (error instanceof RangeError) return 'malformed';
    throw error;
  }
}
