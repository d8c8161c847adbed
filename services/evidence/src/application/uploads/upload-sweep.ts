import type { BlobStore } from '@parley/blobs';
import type { Sha256 } from '@parley/kernel';
import type { DataSource } from 'typeorm';
import { removeUpload } from './remove-upload';

interface ExpiredUpload {
  readonly upload_id: string;
  readonly digest: Sha256;
}

/** Uploads looked at in one sweep; the rest waits for the next. */
const BATCH = 500;

export interface SweepOptions {
  readonly database: DataSource;
  readonly blobs: BlobStore;
  /** Resolves when the bytes of every exhibit recorded before the call are known to be in use. */
  readonly settled: () => Promise<void>;
}

/**
 * Removes uploads that have expired. An act claims its upload for an hour before it is recorded, so one whose upload
 * has expired was recorded long ago, and once the record is settled its bytes are known to be in use.
 * @returns how many uploads were looked at
 */
export async function sweepUploads({ database, blobs, settled }: SweepOptions): Promise<number> {
  const expired = await database.query<ExpiredUpload[]>(
    'SELECT upload_id, digest FROM evidence.uploads WHERE expires_at <= now() ORDER BY expires_at LIMIT $1',
    [BATCH],
  );
  if (expired.length > 0) await settled();
  for (const { upload_id, digest } of expired) await removeUpload(database, blobs, upload_id, digest);
  return expired.length;
}
