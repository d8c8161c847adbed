import { finished } from 'node:stream/promises';
import { BlobCorruptedError, type BlobStore } from '@parley/blobs';
import type { Sha256 } from '@parley/kernel';
import type { CopyEver, ExhibitEver } from '../../domain/completeness/exhibit-ever';
import type { Gap } from '../../domain/completeness/gap';

/**
 * Which copies are read to the end and compared with the digest that was accepted; of the others it is looked whether
 * they are there, and how long.
 */
export type ReadsWhole = (number: string, copy: string) => boolean;

/** So many copies are looked for side by side, that the way to an object storage counts once. */
const SIDE_BY_SIDE = 20;

/** The copies of what somebody may read that are not there, or not what was accepted (I-33). */
export async function copiesLost(
  blobs: BlobStore,
  exhibits: Iterable<ExhibitEver>,
  readsWhole: ReadsWhole,
): Promise<readonly Gap[]> {
  const standing = [...exhibits]
    .filter(({ gone }) => !gone)
    .flatMap((exhibit) => exhibit.copies.map((copy) => ({ exhibit, copy })));
  const gaps: Gap[] = [];
  for (let from = 0; from < standing.length; from += SIDE_BY_SIDE) {
    const found = standing
      .slice(from, from + SIDE_BY_SIDE)
      .map(async ({ exhibit: { number, tier }, copy }): Promise<readonly Gap[]> => {
        const kind = await faultOf(blobs, copy, readsWhole(number, copy.copy));
        return kind
          ? [{ kind, subject: number, detail: copy.copy, tier: copy.copy === 'public-version' ? 'PUBLIC' : tier }]
          : [];
      });
    gaps.push(...(await Promise.all(found)).flat());
  }
  return gaps;
}

async function faultOf(
  blobs: BlobStore,
  { digest, sizeBytes }: CopyEver,
  whole: boolean,
): Promise<'bytes-missing' | 'bytes-differ' | undefined> {
  const opened = await blobs.open(digest as Sha256);
  if (!opened) return 'bytes-missing';
  if (opened.sizeBytes !== sizeBytes || !whole) {
    opened.bytes.destroy();
    return opened.sizeBytes === sizeBytes ? undefined : 'bytes-differ';
  }
  try {
    opened.bytes.resume();
    await finished(opened.bytes, { writable: false });
    return undefined;
  } catch (error) {
    if (error instanceof BlobCorruptedError) return 'bytes-differ';
    throw error;
  }
}
