import { copyBlobs, copyFiles } from '@parley/blobs';
import { directoryFiles, filesInDirectory, keptInDirectory, openDirectoryBlobStore } from '@parley/blobs/directory';
import { openS3BlobStore, type S3BlobStoreOptions } from './open-s3-blob-store';

export interface CopyOptions extends S3BlobStoreOptions {
  /** Told after each blob how many are copied. */
  readonly progress?: (copied: number) => void;
}

/** The folder of the transparency log, among the blobs and under the prefix of the bucket. */
const LOG = 'log';

/**
 * Copies everything that a folder of blobs keeps to a bucket, the files of the transparency log included. Nothing may
 * write to the folder meanwhile.
 * @returns the sentences to show, and whether all of it was sound
 * @throws when the folder is not there, the address is none, or the storage cannot be used
 */
export async function copyToS3(
  folder: string,
  address: string,
  { progress, ...options }: CopyOptions = {},
): Promise<{ readonly said: readonly string[]; readonly sound: boolean }> {
  // The folder is read before it is opened, because opening makes a folder that does not exist.
  await keptInDirectory(folder)
    .next()
    .catch((error: unknown) => {
      throw new Error(`There is no folder of blobs at ${folder} that can be read.`, { cause: error });
    });
  const { store, files, close } = openS3BlobStore(address, options);
  try {
    await store.check();
    const { copied, damaged } = await copyBlobs(
      keptInDirectory(folder),
      await openDirectoryBlobStore(folder),
      store,
      progress,
    );
    const named = await copyFiles(filesInDirectory(folder, LOG), directoryFiles(folder, LOG), files(LOG));
    const left = damaged.map(({ keeper, digest }) => `Not copied, because it is damaged: ${digest} of ${keeper}.`);
    return {
      said: [
        ...left,
        `Copied ${String(copied)} blobs, each checked against its digest.`,
        ...(named > 0 ? [`Copied ${String(named)} files of the transparency log.`] : []),
      ],
      sound: damaged.length === 0,
    };
  } finally {
    await close();
  }
}
