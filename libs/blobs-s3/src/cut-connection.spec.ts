import { randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { BlobsUnavailableError } from '@parley/blobs';
import { createTestBucket, describeWithS3 } from '@parley/testing/s3';
import { digestOf, MIB, openedStores, streamOf } from './opened-stores.fixture';
import { TcpProxy } from './tcp-proxy.fixture';

const LIMIT = { limitBytes: 100 * MIB };

describeWithS3('a connection to the storage that is cut', (server) => {
  const openStore = openedStores(server);
  const bytes = randomBytes(24 * MIB);
  const digest = digestOf(bytes);
  let proxy: TcpProxy;

  beforeEach(async () => {
    proxy = await TcpProxy.before(server().endpoint);
  });

  afterEach(() => proxy.close());

  it('for good in the middle of an upload leaves no object, and parts only until the sweep', async () => {
    const bucket = await createTestBucket(server());
    const store = openStore(`s3://${bucket.name}?endpoint=${proxy.endpoint}`);
    proxy.cutAfter({ up: 12 * MIB });
    await expect(store.put(streamOf(bytes), { ...LIMIT, digest })).rejects.toThrow(BlobsUnavailableError);
    expect(await bucket.objects()).toEqual([]);
    proxy.cutAfter({});
    await store.sweep(-60_000);
    expect(await bucket.unfinished()).toEqual([]);
  });

  it('once in the middle of an upload is made up for by trying again', async () => {
    const bucket = await createTestBucket(server());
    const store = openStore(`s3://${bucket.name}?endpoint=${proxy.endpoint}`);
    proxy.cutAfter({ up: 12 * MIB, once: true });
    expect(await store.put(streamOf(bytes), { ...LIMIT, digest })).toMatchObject({ kind: 'stored', blob: { digest } });
    expect([(await bucket.objects()).length, await bucket.unfinished()]).toEqual([1, []]);
  });

  it('in the middle of a download ends the stream with an error that takes the bytes for nothing else', async () => {
    const bucket = await createTestBucket(server());
    const store = openStore(`s3://${bucket.name}?endpoint=${proxy.endpoint}`);
    await store.put(streamOf(bytes), { ...LIMIT, digest });
    proxy.cutAfter({ down: 5 * MIB });
    const opened = await store.open(digest);
    await expect(opened && buffer(opened.bytes)).rejects.toThrow(BlobsUnavailableError);
  });
});
