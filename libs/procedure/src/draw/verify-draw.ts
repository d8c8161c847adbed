import { canonicalJson } from '@parley/kernel';
import { drawByLot, drawCommitment, type DrawRecord } from './draw-by-lot';

/** What in a published draw does not hold. */
export type DrawFault = 'malformed' | 'secret-does-not-open-commitment' | 'drawn-otherwise';

/**
 * Repeats a published draw.
 * @param publishedCommitment what was published when the panel was opened; taken from there, not from the record
 * @returns the fault, or `undefined` when the record is exactly what the draw gives
 */
export function verifyDraw(record: DrawRecord, publishedCommitment: string): DrawFault | undefined {
  try {
    if (drawCommitment(record.secret) !== publishedCommitment) return 'secret-does-not-open-commitment';
    const again = drawByLot(record.secret, record.seat, record.roster, record.eligible);
    return again !== undefined && canonicalJson(again) === canonicalJson(record) ? undefined : 'drawn-otherwise';
  } catch (error) {
    if (error instanceof RangeError) return 'malformed';
    throw error;
  }
}
