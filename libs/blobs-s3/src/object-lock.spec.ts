import { DeleteObjectCommand, GetObjectRetentionCommand, ListObjectVersionsCommand } from '@aws-sdk/client-s3';
import { text } from 'node:stream/consumers';
import { createTestBucket, describeWithS3, type TestBucket } from '@parley/testing/s3';
import { digestOf, MIB, openedStores, streamOf } from './opened-stores.fixture';

const LIMIT = { limitBytes: 100 * MIB };
const DAY_MS = 86_400_000;

const versions = async ({ client, name }: TestBucket) =>
  (await client.send(new ListObjectVersionsCommand({ Bucket: name }))).Versions ?? [];

describeWithS3('blobs under a lock', (server) => {
  const openStore = openedStores(server);

  it.each([
    ['small', 100, true],
    ['of several parts', 9 * MIB, true],
    ['of several parts whose digest was not announced', 9 * MIB, false],
  ])('are kept for the days asked for when they are %s', async (_what, size, announced) => {
    const bucket = await createTestBucket(server(), { objectLock: true });
    const bytes = Buffer.alloc(size, 7);
    const before = Date.now();
    await openStore(bucket.address('', 'objectLockDays=2')).put(streamOf(bytes), {
      ...LIMIT,
      ...(announced ? { digest: digestOf(bytes) } : {}),
    });
    const [kept, ...others] = await versions(bucket);
    expect(others).toEqual([]);
    const of = { Bucket: bucket.name, Key: kept?.Key, VersionId: kept?.VersionId };
    const { Retention } = await bucket.client.send(new GetObjectRetentionCommand(of));
    expect(Retention?.Mode).toBe('COMPLIANCE');
    expect(Math.abs((Retention?.RetainUntilDate?.getTime() ?? 0) - before - 2 * DAY_MS)).toBeLessThan(60_000);
    await expect(bucket.client.send(new DeleteObjectCommand(of))).rejects.toThrow();
    expect(await versions(bucket)).toHaveLength(1);
  });

  it('are out of sight when they are removed, and there again when they are put again', async () => {
    const bucket = await createTestBucket(server(), { objectLock: true });
    const store = openStore(bucket.address('', 'objectLockDays=1'));
    const bytes = Buffer.from('locked');
    await store.put(streamOf(bytes), LIMIT);
    await store.remove(digestOf(bytes), 'common');
    expect(await store.open(digestOf(bytes))).toBeUndefined();
    expect(await versions(bucket)).toHaveLength(1);
    await store.put(streamOf(bytes), LIMIT);
    const opened = await store.open(digestOf(bytes));
    expect(opened && (await text(opened.bytes))).toBe('locked');
  });

  it('leave no version behind when they are removed and were not locked', async () => {
    const bucket = await createTestBucket(server(), { objectLock: true });
    const store = openStore(bucket.address());
    const bytes = Buffer.from('to be forgotten');
    await store.put(streamOf(bytes), LIMIT);
    await store.remove(digestOf(bytes), 'common');
    const listed = await bucket.client.send(new ListObjectVersionsCommand({ Bucket: bucket.name }));
    expect([listed.Versions ?? [], listed.DeleteMarkers ?? []]).toEqual([[], []]);
  });
});
