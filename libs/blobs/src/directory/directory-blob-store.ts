import { type FileHandle, mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline, type Readable } from 'node:stream';
import type { Sha256 } from '@parley/kernel';
import type { BlobStore, OpenBlob, PutOptions, PutResult } from '../blob-store';
import { DigestGate } from '../digest-gate';
import { isMissing } from './kept-in-directory';
import { placeDurably } from './place-durably';
import { receiveInto } from './receive-into';

/** Names the folder of unfinished writes; no keeper has this name. */
const INCOMING = 'incoming';
const COMMON = 'common';
const KEEPER = /^[a-z]{1,40}$/;

/** No write takes as long: what is older and unfinished was left by a process that was killed. */
const LONGEST_WRITE_MS = 3_600_000;

/**
 * Keeps blobs as files of a folder, which several processes may share:
 * `<folder>/<keeper>/<first two digits>/<digest>`, readable by their owner alone. The folder is made when it does not
 * exist, and files that a killed process left half-written an hour ago or longer are removed.
 * @throws when the folder can be neither made nor written to
 */
export async function openDirectoryBlobStore(folder: string): Promise<BlobStore> {
  const incoming = path.join(folder, INCOMING);
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  const before = Date.now() - LONGEST_WRITE_MS;
  for (const name of await readdir(incoming)) {
    const file = path.join(incoming, name);
    const found = await stat(file).catch(() => undefined);
    if (found && found.mtimeMs < before) await rm(file, { force: true });
  }
  return new DirectoryBlobStore(folder);
}

class DirectoryBlobStore implements BlobStore {
  constructor(private readonly folder: string) {}

  async put(bytes: Readable, { digest, limitBytes, keeper = COMMON }: PutOptions): Promise<PutResult> {
    if (keeper === INCOMING || !KEEPER.test(keeper)) throw new RangeError(`not a keeper: ${keeper}`);
    const received = await receiveInto(path.join(this.folder, INCOMING), bytes, limitBytes);
    if (received.kind === 'too-large') return { kind: 'too-large', limitBytes };
    const { file, blob } = received;
    try {
      if (digest !== undefined && blob.digest !== digest) return { kind: 'digest-differs', actual: blob.digest };
      await placeDurably(file, this.pathOf(keeper, blob.digest));
      return { kind: 'stored', blob };
    } finally {
      await rm(file, { force: true });
    }
  }

  async open(digest: Sha256, keeper?: string): Promise<OpenBlob | undefined> {
    for (const each of keeper === undefined ? await this.keepers() : [keeper]) {
      const file = await openIfThere(this.pathOf(each, digest));
      if (!file) continue;
      const gate = new DigestGate(digest);
      const { size } = await file.stat();
      // A failure on either side reaches the reader as the gate's own error.
      pipeline(file.createReadStream(), gate, () => undefined);
      return { sizeBytes: size, bytes: gate };
    }
    return undefined;
  }

  async remove(digest: Sha256, keeper: string): Promise<void> {
    await rm(this.pathOf(keeper, digest), { force: true });
  }

  /** Another process may have kept for one that this process does not know. */
  private async keepers(): Promise<readonly string[]> {
    return (await readdir(this.folder)).filter((name) => name !== INCOMING && KEEPER.test(name));
  }

  /** Shards by the first two digits: 256 folders keep a million blobs at four thousand entries each. */
  private pathOf(keeper: string, digest: Sha256): string {
    return path.join(this.folder, keeper, digest.slice(0, 2), digest);
  }
}

const openIfThere = (file: string): Promise<FileHandle | undefined> =>
  open(file, 'r').catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
