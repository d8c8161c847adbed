import { buffer } from 'node:stream/consumers';
import type { BlobStore } from '@parley/blobs';
import type { Sha256 } from '@parley/kernel';

/**
 * Stored bytes that are known to be small, such as a manifest. @throws when they are not there or do not match their
 * digest
 */
export async function readBytes(blobs: BlobStore, digest: Sha256): Promise<Buffer> {
  const blob = await blobs.open(digest);
  if (!blob) throw new Error(`no bytes with digest ${digest}`);
  return buffer(blob.bytes);
}
