import type { NamedFiles } from '@parley/blobs';
import { connectS3, USUAL_PATIENCE, type S3Credentials, type S3Patience } from './s3-client';
import { S3BlobStore } from './s3-blob-store';
import { S3Files } from './s3-files';
import { S3Keys } from './s3-keys';
import { readS3Location } from './s3-location';

/** No blob takes so long to come in. A process that has ended left what is older. */
const UNFINISHED_MS = 24 * 3_600_000;
const SWEEP_EVERY_MS = 3_600_000;

export interface S3BlobStoreOptions {
  /** AWS's own variables, files and roles when left out. */
  readonly credentials?: S3Credentials;
  readonly patience?: Partial<S3Patience>;
  /** Told of a sweep that failed; it is tried again an hour later. */
  readonly onFailure?: (error: unknown) => void;
}

export interface OpenedS3BlobStore {
  readonly store: S3BlobStore;
  /** Files with names of their own, under `<prefix><folder>/` beside the blobs. */
  files(folder: string): NamedFiles;
  /** Stops the sweeps and lets go of the connections. */
  close(): Promise<void>;
}

/**
 * Opens a store of blobs in a bucket. It sweeps what unfinished writes have left, now and every hour. Opening asks
 * nothing of the storage, so a service starts while the storage is away, and `check` tells whether it is.
 * @param address as `readS3Location` reads it
 * @throws RangeError for an address that is none
 */
export function openS3BlobStore(
  address: string,
  { credentials, patience, onFailure }: S3BlobStoreOptions = {},
): OpenedS3BlobStore {
  const location = readS3Location(address);
  if ('wrong' in location) throw new RangeError(`the address of the blobs ${location.wrong}`);
  const client = connectS3(location, { ...USUAL_PATIENCE, ...patience }, credentials);
  const store = new S3BlobStore(client, location, new S3Keys(location.prefix));
  let sweeping: Promise<unknown> = Promise.resolve();
  const sweep = (): void => {
    sweeping = sweeping.then(() => store.sweep(UNFINISHED_MS)).catch((error: unknown) => onFailure?.(error));
  };
  sweep();
  const timer = setInterval(sweep, SWEEP_EVERY_MS).unref();
  const close = async (): Promise<void> => {
    clearInterval(timer);
    await sweeping;
    client.destroy();
  };
  return { store, files: (folder) => new S3Files(client, location, `${location.prefix}${folder}/`), close };
}
