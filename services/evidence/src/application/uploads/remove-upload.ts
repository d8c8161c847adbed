import type { BlobStore } from '@parley/blobs';
import type { Sha256 } from '@parley/kernel';
import type { DataSource } from 'typeorm';
import { lockDigest } from './digest-lock';
import { KEEPER } from './upload-limits';

/**
 * Removes an upload that has expired or did not come in whole, and its bytes when neither an exhibit nor another upload
 * has the same. Bytes of an exhibit that the read model does not know of yet are safe: the upload that it was made of
 * is still there.
 */
export async function removeUpload(
  database: DataSource,
  blobs: BlobStore,
  uploadId: string,
  digest: Sha256,
): Promise<void> {
  await database.transaction(async (transaction) => {
    await lockDigest(transaction, digest);
    const [gone] = await transaction.query<[unknown[], number]>(
      'DELETE FROM evidence.uploads WHERE upload_id = $1 AND (expires_at <= now() OR size_bytes IS NULL) RETURNING 1',
      [uploadId],
    );
    const needed = await transaction.query<unknown[]>(
      'SELECT 1 FROM evidence.uploads WHERE digest = $1 UNION ALL SELECT 1 FROM evidence.bytes_in_use ' +
        'WHERE digest = $1 LIMIT 1',
      [digest],
    );
    if (gone.length > 0 && needed.length === 0) await blobs.remove(digest, KEEPER);
  });
}
