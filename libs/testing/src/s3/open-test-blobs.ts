import type { BlobStore } from '@parley/blobs';
import { openS3BlobStore } from '@parley/blobs-s3';
import type { S3Server } from './s3-server';
import { createTestBucket, type TestBucket } from './test-bucket';

/** Blobs in a bucket of a spec's own, for code that takes any store of blobs. */
export async function openTestBlobs(
  server: S3Server,
): Promise<{ readonly blobs: BlobStore; readonly bucket: TestBucket; close(): Promise<void> }> {
  const bucket = await createTestBucket(server);
  const { store, close } = openS3BlobStore(bucket.address('parley'), { credentials: server.credentials });
  return { blobs: store, bucket, close };
}
