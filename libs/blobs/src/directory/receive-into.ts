import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, open, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import type { Sha256 } from '@parley/kernel';
import type { StoredBlob } from '../blob-store';

export type Received =
  { readonly kind: 'received'; readonly file: string; readonly blob: StoredBlob } | { readonly kind: 'too-large' };

/**
 * Writes a stream to a new file of a folder, flushed to the disk, one chunk in memory at a time.
 * Unless the answer is `received`, no file stays.
 * @throws what the stream throws
 */
export async function receiveInto(folder: string, bytes: Readable, limitBytes: number): Promise<Received> {
  // A stream may fail before it is read. It is told to its reader then; without a listener meanwhile it would end the
  // process.
  bytes.on('error', () => undefined);
  const name = path.join(folder, `${randomUUID()}.part`);
  const file = await open(name, 'wx', 0o600);
  let kept = false;
  try {
    const blob = await writeAll(file, bytes, limitBytes);
    kept = blob !== undefined;
    return blob ? { kind: 'received', file: name, blob } : { kind: 'too-large' };
  } finally {
    await file.close();
    if (!kept) await rm(name, { force: true });
  }
}

async function writeAll(file: FileHandle, bytes: Readable, limitBytes: number): Promise<StoredBlob | undefined> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  for await (const chunk of bytes.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    sizeBytes += chunk.length;
    if (sizeBytes > limitBytes) return undefined;
    hash.update(chunk);
    await file.appendFile(chunk);
  }
  await file.sync();
  return { digest: hash.digest('hex') as Sha256, sizeBytes };
}
