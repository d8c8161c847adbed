import { createHash } from 'node:crypto';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { BlobCorruptedError, type BlobStore } from '@parley/blobs';
import type { Sha256 } from '@parley/kernel';
import type { IncludedFile } from './dossier-context';

/** The number and the ending only: a name that a party chose could be anything. */
export function pathName(exhibitNumber: string, fileName: string): string {
  const ending = /\.([A-Za-z0-9]{1,8})$/.exec(fileName)?.[1]?.toLowerCase() ?? 'bin';
  return `${exhibitNumber.replace(/[^A-Za-z0-9-]/g, '_')}.${ending}`;
}

/** Reads bytes once, in constant memory, to check them and to take their SHA-512. */
export async function digestsOf(
  blobs: BlobStore,
  digest: Sha256,
): Promise<Omit<IncludedFile, 'path'> | 'bytes-missing' | 'bytes-do-not-match'> {
  const blob = await blobs.open(digest);
  if (!blob) return 'bytes-missing';
  const sha512 = createHash('sha512');
  const digesting = new Writable({
    write(chunk: Buffer, _encoding, done) {
      sha512.update(chunk);
      done();
    },
  });
  try {
    await pipeline(blob.bytes, digesting);
  } catch (error) {
    if (error instanceof BlobCorruptedError) return 'bytes-do-not-match';
    throw error;
  }
  return { digest, sha512: sha512.digest('hex'), sizeBytes: blob.sizeBytes };
}
