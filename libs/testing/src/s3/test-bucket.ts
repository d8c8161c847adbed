import { randomUUID } from 'node:crypto';
import { CreateBucketCommand, ListMultipartUploadsCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import type { S3Server } from './s3-server';

/** A bucket of one spec's own. */
export interface TestBucket {
  readonly name: string;
  /** Looks behind the adapter's back. */
  readonly client: S3Client;
  /** Its address as `@parley/blobs-s3` reads it. @param more further parameters, such as `objectLockDays=1` */
  address(prefix?: string, more?: string): string;
  objects(): Promise<readonly string[]>;
  /** Uploads in parts that were neither completed nor aborted. */
  unfinished(): Promise<readonly string[]>;
}

export async function createTestBucket(
  server: S3Server,
  { objectLock = false }: { readonly objectLock?: boolean } = {},
): Promise<TestBucket> {
  const name = `parley-${randomUUID()}`;
  const client = new S3Client({
    endpoint: server.endpoint,
    region: 'us-east-1',
    forcePathStyle: true,
    credentials: server.credentials,
  });
  await client.send(new CreateBucketCommand({ Bucket: name, ObjectLockEnabledForBucket: objectLock }));
  return {
    name,
    client,
    address: (prefix = '', more = '') =>
      `s3://${name}/${prefix}?endpoint=${server.endpoint}&region=us-east-1${more && `&${more}`}`,
    objects: async () =>
      ((await client.send(new ListObjectsV2Command({ Bucket: name }))).Contents ?? []).map(({ Key = '' }) => Key),
    unfinished: async () =>
      ((await client.send(new ListMultipartUploadsCommand({ Bucket: name }))).Uploads ?? []).map(({ Key = '' }) => Key),
  };
}
