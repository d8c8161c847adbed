import { mkdir, open, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline, type Readable } from 'node:stream';
import type { Sha256 } from '@parley/kernel';
import type { BlobStore, OpenBlob, PutResult } from '../blob-store';
import { DigestGate } from '../digest-gate';
import { isMissing } from './is-missing';
import { placeDurably } from './place-durably';
import { receiveInto } from './receive-into';

/** Names the folder of unfinished writes; no shard has this name. */
const INCOMING = 'incoming';

/**
 * Keeps blobs as files of a folder that this process alone writes to: `<folder>/<first two digits>/<digest>`, readable by their owner
 * alone. The folder is made when it is not there, and what a killed process left half-written is removed.
 * @throws when the folder can be neither made nor written to
 */
export async function openDirectoryBlobStore(folder: string): Promise<BlobStore> {
  const incoming = path.join(folder, INCOMING);
  await rm(incoming, { recursive: true, force: true });
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  return new DirectoryBlobStore(folder, incoming);
}

class DirectoryBlobStore implements BlobStore {
  constructor(
    private readonly folder: string,
    private readonly incoming: string,
  ) {}

  async put(bytes: Readable, { digest, limitBytes }: { readonly digest?: Sha256; readonly limitBytes: number }): Promise<PutResult> {
    const received = await receiveInto(this.incoming, bytes, limitBytes);
    if (received.kind === 'too-large') return { kind: 'too-large', limitBytes };
    const { file, blob } = received;
    try {
      if (digest !== undefined && blob.digest !== digest) return { kind: 'digest-differs', actual: blob.digest };
      await placeDurably(file, this.pathOf(blob.digest));
      return { kind: 'stored', blob };
    } finally {
      await rm(file, { force: true });
    }
  }

  async open(digest: Sha256): Promise<OpenBlob | undefined> {
    const file = await open(this.pathOf(digest), 'r').catch((error: unknown) => {
      if (isMissing(error)) return undefined;
      throw error;
    });
    if (!file) return undefined;
    const gate = new DigestGate(digest);
    const { size } = await file.stat();
    // What goes wrong on either side reaches the reader as the gate's own error.
    pipeline(file.createReadStream(), gate, () => undefined);
    return { sizeBytes: size, bytes: gate };
  }

  async remove(digest: Sha256): Promise<void> {
    await rm(this.pathOf(digest), { force: true });
  }

  /** Shards by the first two digits: 256 folders keep a million blobs at four thousand entries each. */
  private pathOf(digest: Sha256): string {
    return path.join(this.folder, digest.slice(0, 2), digest);
  }
}
