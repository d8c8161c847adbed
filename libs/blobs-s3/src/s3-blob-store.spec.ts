import { randomBytes } from 'node:crypto';
import { openSync, readdirSync, writeSync, closeSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { GetObjectCommand, ListMultipartUploadsCommand, ListPartsCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { BlobCorruptedError } from '@parley/blobs';
import { blobStoreContract } from '@parley/blobs/contract';
import { createTestBucket, describeWithS3, type TestBucket } from '@parley/testing/s3';
import { digestOf, MIB, openedStores, streamOf } from './opened-stores.fixture';

const LIMIT = { limitBytes: 200 * MIB };

async function rewrite({ client, name }: TestBucket, key: string, change: (bytes: Buffer) => Buffer): Promise<void> {
  const { Body } = await client.send(new GetObjectCommand({ Bucket: name, Key: key }));
  await client.send(new PutObjectCommand({ Bucket: name, Key: key, Body: change(await buffer(Body as Readable)) }));
}

describeWithS3('blobs in a bucket', (server) => {
  const openStore = openedStores(server);

  describe.each([
    ['that refuses to overwrite', ''],
    ['that is looked at before it is written to', 'conditional=false'],
  ])('%s', (_what, more) => {
    blobStoreContract(async () => {
      const bucket = await createTestBucket(server());
      return {
        store: openStore(bucket.address('parley/blobs', more)),
        count: async () => (await bucket.objects()).length + (await bucket.unfinished()).length,
        damage: (digest, change) => rewrite(bucket, `parley/blobs/${digest.slice(0, 2)}/${digest}/common`, change),
      };
    });
  });

  it('keeps each copy under the prefix, the digest and its keeper', async () => {
    const bucket = await createTestBucket(server());
    const bytes = Buffer.from('kept');
    await openStore(bucket.address('parley')).put(streamOf(bytes), { ...LIMIT, keeper: 'evidence' });
    const digest = digestOf(bytes);
    expect(await bucket.objects()).toEqual([`parley/${digest.slice(0, 2)}/${digest}/evidence`]);
  });

  it.each(['../out', 'UPPER', '', 'a/b'])('has no keeper %p', async (keeper) => {
    const bucket = await createTestBucket(server());
    await expect(openStore(bucket.address()).put(streamOf(Buffer.from('x')), { ...LIMIT, keeper })).rejects.toThrow(
      RangeError,
    );
    expect(await bucket.objects()).toEqual([]);
  });

  describe('of more than one part', () => {
    const bytes = randomBytes(20 * MIB + 1);
    const digest = digestOf(bytes);

    it.each([
      ['announced', { digest }],
      ['not announced', {}],
    ])('are stored whole and leave nothing else when their digest is %s', async (_what, announced) => {
      const bucket = await createTestBucket(server());
      const store = openStore(bucket.address());
      expect(await store.put(streamOf(bytes), { ...LIMIT, ...announced })).toEqual({
        kind: 'stored',
        blob: { digest, sizeBytes: bytes.length },
      });
      const opened = await store.open(digest);
      expect(opened && digestOf(await buffer(opened.bytes))).toBe(digest);
      expect(await bucket.objects()).toHaveLength(1);
      expect(await bucket.unfinished()).toEqual([]);
    });

    it('are stored once when they come twice, and one that has come again is measured too', async () => {
      const bucket = await createTestBucket(server());
      const store = openStore(bucket.address());
      for (const announced of [{ digest }, { digest }, {}]) {
        expect(await store.put(streamOf(bytes), { ...LIMIT, ...announced })).toMatchObject({
          kind: 'stored',
          blob: { digest },
        });
      }
      expect(await store.put(streamOf(randomBytes(9 * MIB)), { ...LIMIT, digest })).toMatchObject({
        kind: 'digest-differs',
      });
      expect(await bucket.objects()).toHaveLength(1);
    });

    it('are stored once when they come at the same time', async () => {
      const bucket = await createTestBucket(server());
      const store = openStore(bucket.address());
      const puts = await Promise.all(
        [{ digest }, { digest }, {}].map((announced) => store.put(streamOf(bytes), { ...LIMIT, ...announced })),
      );
      expect(puts.map(({ kind }) => kind)).toEqual(['stored', 'stored', 'stored']);
      expect([await bucket.objects(), await bucket.unfinished()]).toEqual([[expect.stringContaining(digest)], []]);
    });

    it.each([
      ['a stream that breaks off', async () => ({ stream: breakingOff(bytes), options: { digest } }), 'cut off'],
      [
        'a stream that breaks off before its digest is known',
        async () => ({ stream: breakingOff(bytes), options: {} }),
        'cut off',
      ],
      [
        'another digest',
        async () => ({ stream: streamOf(randomBytes(20 * MIB)), options: { digest } }),
        'digest-differs',
      ],
      [
        'more than the limit',
        async () => ({ stream: streamOf(bytes), options: { limitBytes: 20 * MIB } }),
        'too-large',
      ],
      [
        'more than the limit, announced',
        async () => ({ stream: streamOf(bytes), options: { digest, limitBytes: 20 * MIB } }),
        'too-large',
      ],
    ] as const)('leave neither an object nor parts of one after %s', async (_what, make, outcome) => {
      const bucket = await createTestBucket(server());
      const { stream, options } = await make();
      const put = openStore(bucket.address()).put(stream, { ...LIMIT, ...options });
      expect(
        await put.then(
          ({ kind }) => kind,
          (error: unknown) => (error as Error).message,
        ),
      ).toBe(outcome);
      expect([await bucket.objects(), await bucket.unfinished()]).toEqual([[], []]);
    });

    it('are mended when they are damaged and come again', async () => {
      const bucket = await createTestBucket(server());
      const store = openStore(bucket.address());
      await store.put(streamOf(bytes), { ...LIMIT, digest });
      await rewrite(bucket, (await bucket.objects())[0] ?? '', (sound) => sound.fill(0, 5 * MIB, 6 * MIB));
      await store.put(streamOf(bytes), { ...LIMIT, digest });
      const opened = await store.open(digest);
      expect(opened && digestOf(await buffer(opened.bytes))).toBe(digest);
    });
  });

  it('finds a byte that has changed on the disk of the storage', async () => {
    const { folder } = server();
    // A spec can change bytes on the disk only of a storage on this machine.
    if (folder === undefined) return;
    const bucket = await createTestBucket(server());
    const store = openStore(bucket.address());
    const bytes = randomBytes(300_000);
    await store.put(streamOf(bytes), LIMIT);
    const kept = path.join(folder, bucket.name);
    const file =
      readdirSync(kept, { recursive: true, encoding: 'utf8' }).find((name) => name.endsWith(`${path.sep}common`)) ?? '';
    const handle = openSync(path.join(kept, file), 'r+');
    writeSync(handle, Buffer.from([(bytes[150_000] ?? 0) ^ 1]), 0, 1, 150_000);
    closeSync(handle);
    const opened = await store.open(digestOf(bytes));
    await expect(opened && buffer(opened.bytes)).rejects.toThrow(BlobCorruptedError);
  });

  it('stores 100 MB with a fixed part of them in memory', async () => {
    const store = openStore((await createTestBucket(server())).address());
    const chunk = randomBytes(MIB);
    const before = heldBytes();
    let most = 0;
    const source = Readable.from(
      (function* () {
        for (let n = 0; n < 100; n += 1) {
          if (n % 10 === 0) most = Math.max(most, heldBytes() - before);
          // Each chunk is a buffer of its own, as from a socket.
          yield Buffer.from(chunk);
        }
      })(),
    );
    expect(await store.put(source, LIMIT)).toMatchObject({ kind: 'stored', blob: { sizeBytes: 100 * MIB } });
    expect(most).toBeLessThan(48 * MIB);
  });

  it('removes what was left unfinished long enough ago, and nothing that is at work', async () => {
    const bucket = await createTestBucket(server());
    const store = openStore(bucket.address('parley'));
    const stuck = new Readable({ read: () => undefined });
    for (let n = 0; n < 20; n += 1) stuck.push(randomBytes(MIB));
    const put = store.put(stuck, { ...LIMIT, digest: digestOf(Buffer.from('never comes')) });
    // A part that is still on its way can outlive the end of its upload, until the next sweep.
    await until(async () => (await partsArrived(bucket)) === 2);
    await bucket.client.send(new PutObjectCommand({ Bucket: bucket.name, Key: 'parley/incoming/left', Body: 'left' }));
    expect(await store.sweep(3_600_000)).toBe(0);
    expect(await store.sweep(-60_000)).toBe(2);
    expect([await bucket.objects(), await bucket.unfinished()]).toEqual([[], []]);
    stuck.destroy(new Error('its process was killed'));
    await expect(put).rejects.toThrow('its process was killed');
  });
});

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** The bytes held in buffers, without those that merely wait to be collected. */
function heldBytes(): number {
  collectGarbage();
  return process.memoryUsage().arrayBuffers;
}

const breakingOff = (bytes: Buffer): Readable =>
  Readable.from(
    (async function* () {
      for (let at = 0; at < 18 * MIB; at += MIB) yield bytes.subarray(at, at + MIB);
      throw new Error('cut off');
    })(),
  );

/** The parts of the one upload that is not completed. */
async function partsArrived({ client, name }: TestBucket): Promise<number> {
  const { Uploads: [upload] = [] } = await client.send(new ListMultipartUploadsCommand({ Bucket: name }));
  if (upload === undefined) return 0;
  const { Key, UploadId } = upload;
  return (await client.send(new ListPartsCommand({ Bucket: name, Key, UploadId }))).Parts?.length ?? 0;
}

async function until(reached: () => Promise<boolean>): Promise<void> {
  while (!(await reached())) await new Promise((resolve) => setTimeout(resolve, 20));
}
