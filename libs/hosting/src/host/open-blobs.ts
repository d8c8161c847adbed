import { fileURLToPath } from 'node:url';
import type { BlobStore } from '@parley/blobs';
import { openDirectoryBlobStore } from '@parley/blobs/directory';
import { StartError } from '../process/start-error';

export interface OpenBlobs {
  readonly store: BlobStore;
  close(): Promise<void>;
}

/**
 * Exhibits and dossiers, where their address says.
 * @throws StartError for an address that is none; the error of the file system for a folder that cannot be used
 */
export async function openBlobs(url: URL, onFailure: (failure: unknown) => void): Promise<OpenBlobs> {
  if (url.protocol === 'file:') return { store: await openDirectoryBlobStore(fileURLToPath(url)), close: () => Promise.resolve() };
  // Only where it is used: loading its client takes longer than all the rest of a start.
  const { openS3BlobStore } = await import('@parley/blobs-s3');
  try {
    return openS3BlobStore(url.href, { onFailure });
  } catch (error) {
    throw new StartError(`PARLEY_BLOBS_URL cannot be used: ${error instanceof Error ? error.message : String(error)}`);
  }
}
