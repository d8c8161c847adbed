import { BlobCorruptedError, type BlobStore } from '@parley/blobs';
import { countProofFailure } from '@parley/metrics';

/**
 * A store of bytes that counts each time it finds other bytes than were stored (I-33), whoever reads them and for
 * whatever purpose.
 */
export function countedBlobStore(store: BlobStore): BlobStore {
  return {
    put: (bytes, options) => store.put(bytes, options),
    remove: (digest, keeper) => store.remove(digest, keeper),
    open: async (digest, keeper) => {
      const opened = await store.open(digest, keeper);
      opened?.bytes.once('error', (error) => {
        if (error instanceof BlobCorruptedError) countProofFailure('stored-bytes');
      });
      return opened;
    },
  };
}
