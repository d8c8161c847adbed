import type { Sha256 } from '@parley/kernel';
import { BlobCorruptedError } from './blob-corrupted.error';
import type { BlobStore } from './blob-store';
import type { NamedFiles } from './named-files';

/** One blob that one keeper has. */
export interface KeptBlob {
  readonly keeper: string;
  readonly digest: Sha256;
}

export interface CopyReport {
  readonly copied: number;
  /** Not copied, because their bytes do not match their digest, or are gone. */
  readonly damaged: readonly KeptBlob[];
}

/**
 * Copies blobs from one store to another, each for its keeper, checked against its digest on the way out and on the way
 * in. Copying again is harmless, so a copy that was cut off is simply begun anew. Nothing is removed from the first
 * store.
 * @param progress told after each blob how many are copied
 * @throws what either store throws for any reason but damage
 */
export async function copyBlobs(
  kept: AsyncIterable<KeptBlob>,
  from: BlobStore,
  to: BlobStore,
  progress?: (copied: number) => void,
): Promise<CopyReport> {
  const damaged: KeptBlob[] = [];
  let copied = 0;
  for await (const blob of kept) {
    if (await copyBlob(blob, from, to)) copied += 1;
    else damaged.push(blob);
    progress?.(copied);
  }
  return { copied, damaged };
}

/**
 * Copies files under their names to another place. Doing it again is harmless.
 * @returns how many there are
 */
export async function copyFiles(paths: AsyncIterable<string>, from: NamedFiles, to: NamedFiles): Promise<number> {
  let copied = 0;
  for await (const path of paths) {
    const bytes = await from.read(path);
    if (bytes) await to.write(path, bytes);
    copied += 1;
  }
  return copied;
}

/** @returns whether sound bytes were there to be copied */
async function copyBlob({ keeper, digest }: KeptBlob, from: BlobStore, to: BlobStore): Promise<boolean> {
  const opened = await from.open(digest);
  if (!opened) return false;
  try {
    const put = await to.put(opened.bytes, { digest, keeper, limitBytes: opened.sizeBytes });
    return put.kind === 'stored';
  } catch (error) {
    if (error instanceof BlobCorruptedError) return false;
    throw error;
  } finally {
    opened.bytes.destroy();
  }
}
