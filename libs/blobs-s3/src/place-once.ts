import { BlobCorruptedError, type OpenBlob } from '@parley/blobs';
import { isTaken, type Absence } from './s3-failure';

/** A copy of bytes, or why there is none. */
export type Copy = OpenBlob | Absence;

/**
 * Writes an object unless the same bytes lie there already. So a sound object is never written over, and a damaged one
 * is, which mends it. The second writer in a race finds what the first has written.
 * @param look for the copy that is there
 * @param write told whether it must fail when an object is there
 */
export async function placeOnce(
  look: () => Promise<Copy>,
  write: (onlyNew: boolean) => Promise<unknown>,
): Promise<void> {
  const before = await examine(look);
  if (before === 'sound') return;
  try {
    // A storage may take the mark of a removal for an object. Writing above the mark overwrites nothing.
    await write(before === 'missing');
  } catch (error) {
    if (!isTaken(error) || (await examine(look)) !== 'sound') throw error;
  }
}

async function examine(look: () => Promise<Copy>): Promise<Absence | 'sound' | 'damaged'> {
  const copy = await look();
  if (typeof copy !== 'object') return copy;
  try {
    for await (const _chunk of copy.bytes);
    return 'sound';
  } catch (error) {
    if (error instanceof BlobCorruptedError) return 'damaged';
    throw error;
  }
}
