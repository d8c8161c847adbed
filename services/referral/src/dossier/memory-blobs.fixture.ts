import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { BlobCorruptedError, type BlobStore } from '@parley/blobs';
import type { Sha256 } from '@parley/kernel';

/** Bytes in memory. `spoil` changes stored bytes behind the store's back. */
export class MemoryBlobs implements BlobStore {
  readonly bytes = new Map<Sha256, Buffer>();

  async put(stream: Readable, { digest }: { readonly digest?: Sha256 }) {
    const bytes = await buffer(stream);
    const actual = createHash('sha256').update(bytes).digest('hex') as Sha256;
    if (digest !== undefined && digest !== actual) return { kind: 'digest-differs', actual } as const;
    this.bytes.set(actual, bytes);
    return { kind: 'stored', blob: { digest: actual, sizeBytes: bytes.byteLength } } as const;
  }

  async open(digest: Sha256) {
    const bytes = this.bytes.get(digest);
    if (!bytes) return undefined;
    const actual = createHash('sha256').update(bytes).digest('hex') as Sha256;
    const stream = actual === digest ? Readable.from([bytes]) : failing(new BlobCorruptedError(digest, actual));
    return { sizeBytes: bytes.byteLength, bytes: stream };
  }

  async remove(digest: Sha256) {
    this.bytes.delete(digest);
  }

  spoil(digest: Sha256): void {
    this.bytes.set(digest, Buffer.from('other bytes'));
  }
}

const failing = (error: Error): Readable =>
  new Readable({
    read() {
      this.destroy(error);
    },
  });
