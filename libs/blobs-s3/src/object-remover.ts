import { DeleteObjectCommand, ListObjectVersionsCommand, type S3Client } from '@aws-sdk/client-s3';
import { isForbidden } from './s3-failure';

/**
 * Deletes an object, and in a bucket with versions every version of it that may be deleted: bytes that must be
 * forgotten do not live on behind a mark. A version under a lock stays, out of sight, until its time is over.
 */
export async function removeObject(client: S3Client, bucket: string, key: string): Promise<void> {
  const { VersionId } = await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
  if (VersionId === undefined) return;
  const { Versions = [], DeleteMarkers = [] } = await client.send(
    new ListObjectVersionsCommand({ Bucket: bucket, Prefix: key }),
  );
  const ours = (entry: { Key?: string | undefined; VersionId?: string | undefined }): string[] =>
    entry.Key === key && entry.VersionId !== undefined ? [entry.VersionId] : [];
  const gone = await Promise.all(Versions.flatMap(ours).map((version) => removeVersion(client, bucket, key, version)));
  // While a version stays, the mark stays to hide it.
  if (gone.every(Boolean))
    await Promise.all(DeleteMarkers.flatMap(ours).map((version) => removeVersion(client, bucket, key, version)));
}

/** @returns whether it is gone */
export async function removeVersion(client: S3Client, bucket: string, key: string, version: string): Promise<boolean> {
  try {
    await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key, VersionId: version }));
    return true;
  } catch (error) {
    if (isForbidden(error)) return false;
    throw error;
  }
}
