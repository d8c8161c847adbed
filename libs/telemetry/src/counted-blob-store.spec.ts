import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { DigestGate, type BlobStore } from '@parley/blobs';
import type { Sha256 } from '@parley/kernel';
import { freePort } from '@parley/testing';
import { countedBlobStore } from './counted-blob-store';
import { startMetrics, type RunningMetrics } from './metrics/start-metrics';

const STORED = Buffer.from('what was filed');
const DIGEST = createHash('sha256').update(STORED).digest('hex') as Sha256;

/** A store that holds these bytes under the digest of the stored ones. */
const holding = (bytes: Buffer | undefined): BlobStore => ({
  put: () => Promise.reject(new Error('not asked for')),
  remove: () => Promise.resolve(),
  open: () =>
    Promise.resolve(bytes && { sizeBytes: bytes.length, bytes: Readable.from([bytes]).pipe(new DigestGate(DIGEST)) }),
});

describe('a store of bytes that is counted', () => {
  let metrics: RunningMetrics;
  let failures: () => Promise<readonly string[]>;
  beforeAll(async () => {
    const port = await freePort();
    metrics = await startMetrics({ port });
    failures = async () =>
      (await (await fetch(`http://127.0.0.1:${String(port)}/metrics`)).text())
        .split('\n')
        .filter((line) => line.startsWith('parley_proof_failures_total'));
  });
  afterAll(() => metrics.stop());

  it('says nothing of bytes that are what they were, of none, and of a reader who goes away', async () => {
    expect(await buffer((await countedBlobStore(holding(STORED)).open(DIGEST))!.bytes)).toEqual(STORED);
    expect(await countedBlobStore(holding(undefined)).open(DIGEST)).toBeUndefined();
    const left = (await countedBlobStore(holding(Buffer.from('altered'))).open(DIGEST))!.bytes;
    left.destroy(new Error('the client has gone'));
    await new Promise(setImmediate);
    expect(await failures()).toEqual([]);
  });

  it('counts each reading of bytes that are not, and its reader fails as before', async () => {
    const store = countedBlobStore(holding(Buffer.from('altered')));
    for (let reads = 0; reads < 2; reads++)
      await expect(buffer((await store.open(DIGEST))!.bytes)).rejects.toThrow(/now have the digest/);
    expect(await failures()).toEqual(['parley_proof_failures_total{proof="stored-bytes"} 2']);
  });
});
