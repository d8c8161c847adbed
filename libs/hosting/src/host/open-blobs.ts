import { fileURLToPath } from 'node:url';
import type { BlobStore, NamedFiles } from '@parley/blobs';
import { directoryFiles, openDirectoryBlobStore } from '@parley/blobs/directory';
import { StartError } from '../process/start-error';
import { reasonUnless } from './host-readiness';

export interface OpenBlobs {
  readonly store: BlobStore;
  /** The files of the transparency log, beside the blobs. */
  readonly logFiles: NamedFiles;
  /** Why exhibits can neither be taken nor given just now, or `undefined`. */
  reason(): Promise<string | undefined>;
  close(): Promise<void>;
}

/**
 * Opens the storage of exhibits and dossiers at an address.
 * @throws StartError for an address that cannot be understood; the error of the file system for a folder that cannot be
 *   used
 */
export async function openBlobs(url: URL, onFailure: (failure: unknown) => void): Promise<OpenBlobs> {
  if (url.protocol === 'file:')
    return {
      store: await openDirectoryBlobStore(fileURLToPath(url)),
      logFiles: directoryFiles(fileURLToPath(url), 'log'),
      reason: () => Promise.resolve(undefined),
      close: () => Promise.resolve(),
    };
  // It is loaded only where it is used, since loading its client takes longer than all the rest of a start.
  const { openS3BlobStore } = await import('@parley/blobs-s3');
  try {
    const opened = openS3BlobStore(url.href, { onFailure });
    return {
      ...opened,
      logFiles: opened.files('log'),
      reason: () => reasonUnless(() => opened.store.check(), 'the storage of exhibits does not answer'),
    };
  } catch (error) {
    throw new StartError(`PARLEY_BLOBS_URL cannot be used: ${error instanceof Error ? error.message : String(error)}`);
  }
}
