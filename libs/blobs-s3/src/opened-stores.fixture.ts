import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Sha256 } from '@parley/kernel';
import type { S3Server } from '@parley/testing/s3';
import { openS3BlobStore, type S3BlobStoreOptions } from './open-s3-blob-store';
import type { S3BlobStore } from './s3-blob-store';

export const MIB = 1024 * 1024;
export const digestOf = (bytes: Uint8Array): Sha256 => createHash('sha256').update(bytes).digest('hex') as Sha256;

/** The bytes as a request brings them, in chunks of 64 KiB. */
export const streamOf = (bytes: Buffer): Readable =>
  Readable.from(
    (function* () {
      for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
    })(),
  );

/** Opens stores for the specs of a block, and closes them after each. */
export function openedStores(server: () => S3Server): (address: string, options?: S3BlobStoreOptions) => S3BlobStore {
  const closing: (() => Promise<void>)[] = [];
  afterEach(async () => {
    await Promise.all(closing.splice(0).map((close) => close()));
  });
  return (address, options = {}) => {
    const { store, close } = openS3BlobStore(address, {
      credentials: server().credentials,
      patience: { tries: 2 },
      ...options,
    });
    closing.push(close);
    return store;
  };
}
