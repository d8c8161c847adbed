import { Readable } from 'node:stream';
import type { BlobStore } from '@parley/blobs';
import { sha256 } from '@parley/event-store';
import type { Sha256 } from '@parley/kernel';
import { KEEPER } from './keeper';

/** Stores bytes that are at hand, and checks that the store has kept those. @returns their digest */
export async function putBytes(blobs: BlobStore, bytes: Uint8Array): Promise<Sha256> {
  const digest = sha256(bytes);
  const result = await blobs.put(Readable.from([bytes]), { digest, limitBytes: bytes.byteLength, keeper: KEEPER });
  if (result.kind !== 'stored') throw new Error(`a file of a dossier could not be stored: ${result.kind}`);
  return digest;
}
