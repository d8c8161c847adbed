import { finished } from 'node:stream/promises';
import { BlobCorruptedError, type BlobStore } from '@parley/blobs';
import type { Sha256 } from '@parley/kernel';
import type { CopyEver, ExhibitEver } from '../../domain/completeness/exhibit-ever';
import type { Gap } from '../../domain/completeness/gap';

/** Reads every copy of the exhibits that somebody may read, to the end, and compares it with the digest that was accepted (I-33). */
export async function copiesLost(blobs: BlobStore, exhibits: Iterable<ExhibitEver>): Promise<readonly Gap[]> {
  const gaps: Gap[] = [];
  for (const { number, tier, gone, copies } of exhibits) {
    if (gone) continue;
    for (const copy of copies) {
      const kind = await faultOf(blobs, copy);
      if (kind) gaps.push({ kind, subject: number, detail: copy.copy, tier: copy.copy === 'public-version' ? 'PUBLIC' : tier });
    }
  }
  return gaps;
}

async function faultOf(blobs: BlobStore, { digest, sizeBytes }: CopyEver): Promise<'bytes-missing' | 'bytes-differ' | undefined> {
  const opened = await blobs.open(digest as Sha256);
  if (!opened) return 'bytes-missing';
  if (opened.sizeBytes !== sizeBytes) {
    opened.bytes.destroy();
    return 'bytes-differ';
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
