import {
  AbortMultipartUploadCommand,
  ListMultipartUploadsCommand,
  paginateListObjectsV2,
  type ListMultipartUploadsCommandOutput,
  type MultipartUpload,
  type S3Client,
} from '@aws-sdk/client-s3';
import { removeObject } from './object-remover';
import type { S3Keys } from './s3-keys';

/**
 * Removes what killed or cut-off processes have left: uploads in parts that nobody completes, and bytes whose digest
 * was not known yet. Those that began after `before` may still be at work and are left alone.
 * @returns how many were removed
 */
export async function sweepUnfinished(client: S3Client, bucket: string, keys: S3Keys, before: Date): Promise<number> {
  const old = (begun: Date | undefined): boolean => begun !== undefined && begun < before;
  let removed = 0;
  for await (const { Key, UploadId, Initiated } of uploadsUnder(client, bucket, keys.prefix)) {
    if (!old(Initiated)) continue;
    await client.send(new AbortMultipartUploadCommand({ Bucket: bucket, Key, UploadId }));
    removed += 1;
  }
  for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: keys.incoming })) {
    for (const { Key, LastModified } of Contents) {
      if (Key === undefined || !old(LastModified)) continue;
      await removeObject(client, bucket, Key);
      removed += 1;
    }
  }
  return removed;
}

/** Uploads in parts that are not completed, page by page. */
async function* uploadsUnder(client: S3Client, bucket: string, prefix: string): AsyncGenerator<MultipartUpload> {
  let page: ListMultipartUploadsCommandOutput | undefined;
  do {
    const { NextKeyMarker: KeyMarker, NextUploadIdMarker: UploadIdMarker } = page ?? {};
    page = await client.send(
      new ListMultipartUploadsCommand({ Bucket: bucket, Prefix: prefix, KeyMarker, UploadIdMarker }),
    );
    yield* page.Uploads ?? [];
  } while (page.IsTruncated);
}
