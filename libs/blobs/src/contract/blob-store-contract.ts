import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Sha256 } from '@parley/kernel';
import { BlobCorruptedError } from '../blob-corrupted.error';
import type { BlobStore } from '../blob-store';

/** A store under test, and what only its adapter can do: look behind it and damage what it keeps. */
export interface BlobStoreUnderTest {
  readonly store: BlobStore;
  /** How many blobs and leftovers of unfinished writes lie in it. */
  count(): Promise<number>;
  /** Changes the stored bytes behind the store's back. */
  damage(digest: Sha256, change: (bytes: Buffer) => Buffer): Promise<void>;
}

const MIB = 1024 * 1024;
const LIMIT = { limitBytes: 4 * MIB };
const digestOf = (bytes: Uint8Array): Sha256 => createHash('sha256').update(bytes).digest('hex') as Sha256;
const streamOf = (bytes: Buffer, chunk = 50_000): Readable =>
  Readable.from(
    Array.from({ length: Math.ceil(bytes.length / chunk) }, (_, at) => bytes.subarray(at * chunk, (at + 1) * chunk)),
  );

/** What every adapter of the port promises. Called inside a `describe`; `make` gives an empty store for each test. */
export function blobStoreContract(make: () => Promise<BlobStoreUnderTest>): void {
  let under: BlobStoreUnderTest;

  beforeEach(async () => {
    under = await make();
  });

  async function putNew(bytes: Buffer): Promise<Sha256> {
    const digest = digestOf(bytes);
    expect(await under.store.put(streamOf(bytes), { ...LIMIT, digest })).toEqual({
      kind: 'stored',
      blob: { digest, sizeBytes: bytes.length },
    });
    return digest;
  }

  async function readBack(digest: Sha256): Promise<Buffer | undefined> {
    const opened = await under.store.open(digest);
    return opened && (await buffer(opened.bytes));
  }

  async function sizeOf(digest: Sha256): Promise<number | undefined> {
    const opened = await under.store.open(digest);
    opened?.bytes.destroy();
    return opened?.sizeBytes;
  }

  it.each([0, 1, 65_536, 65_537, 3 * MIB])('gives back the %d bytes that were stored', async (size) => {
    const bytes = randomBytes(size);
    const digest = await putNew(bytes);
    expect(await sizeOf(digest)).toBe(size);
    expect(digestOf((await readBack(digest)) ?? Buffer.from('nothing'))).toBe(digest);
  });

  it('has nothing under a digest that was never stored', async () => {
    expect(await under.store.open(digestOf(Buffer.from('never')))).toBeUndefined();
  });

  it('tells the digest when none is expected', async () => {
    const bytes = randomBytes(10);
    expect(await under.store.put(streamOf(bytes), LIMIT)).toEqual({
      kind: 'stored',
      blob: { digest: digestOf(bytes), sizeBytes: 10 },
    });
  });

  it('keeps nothing of bytes with another digest, and tells the one they have', async () => {
    const bytes = randomBytes(100_000);
    expect(await under.store.put(streamOf(bytes), { ...LIMIT, digest: digestOf(Buffer.from('other')) })).toEqual({
      kind: 'digest-differs',
      actual: digestOf(bytes),
    });
    expect(await under.count()).toBe(0);
  });

  it('stores exactly as many bytes as the limit and not one more', async () => {
    const bytes = randomBytes(70_000);
    expect(await under.store.put(streamOf(bytes), { limitBytes: 69_999 })).toEqual({
      kind: 'too-large',
      limitBytes: 69_999,
    });
    expect(await under.count()).toBe(0);
    expect(await under.store.put(streamOf(bytes), { limitBytes: 70_000 })).toMatchObject({ kind: 'stored' });
  });

  it('leaves a stream that is too large to its owner', async () => {
    const source = streamOf(randomBytes(200_000));
    await under.store.put(source, { limitBytes: 10 });
    expect(source.destroyed).toBe(false);
    source.destroy();
  });

  it('keeps nothing of a stream that fails half-way, and throws what it throws', async () => {
    const cutOff = Readable.from(
      (async function* () {
        yield randomBytes(100_000);
        throw new Error('cut off');
      })(),
    );
    await expect(under.store.put(cutOff, LIMIT)).rejects.toThrow('cut off');
    expect(await under.count()).toBe(0);
  });

  it('throws what a stream throws before anything of it is read', async () => {
    const broken = new Readable({ read: () => undefined });
    const put = under.store.put(broken, LIMIT);
    broken.destroy(new Error('cut off at once'));
    await expect(put).rejects.toThrow('cut off at once');
    expect(await under.count()).toBe(0);
  });

  it('stores the same bytes once, also when they come many times at once', async () => {
    const bytes = randomBytes(300_000);
    await Promise.all(Array.from({ length: 8 }, () => putNew(bytes)));
    expect(await under.count()).toBe(1);
    expect(await readBack(digestOf(bytes))).toEqual(bytes);
  });

  it.each([
    [
      'one changed bit in the middle',
      (bytes: Buffer) => (bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1), bytes),
    ],
    ['a missing end', (bytes: Buffer) => bytes.subarray(0, bytes.length - 1)],
    ['a missing rest', (bytes: Buffer) => bytes.subarray(0, 0)],
    ['more than there was', (bytes: Buffer) => Buffer.concat([bytes, Buffer.from('x')])],
  ] as const)('ends with an error before the last chunk of bytes with %s (I-33)', async (_what, change) => {
    const bytes = randomBytes(MIB);
    const digest = await putNew(bytes);
    await under.damage(digest, change);
    const handedOut: Buffer[] = [];
    const opened = await under.store.open(digest);
    await expect(
      (async () => {
        for await (const chunk of (opened?.bytes ?? Readable.from([])) as AsyncIterable<Buffer>) handedOut.push(chunk);
      })(),
    ).rejects.toThrow(BlobCorruptedError);
    expect(Buffer.concat(handedOut).length).toBeLessThan(change(Buffer.from(bytes)).length || 1);
  });

  it('hands out nothing of small bytes that are damaged', async () => {
    const digest = await putNew(Buffer.from('a short letter'));
    await under.damage(digest, () => Buffer.from('a short lettre'));
    const opened = await under.store.open(digest);
    const chunks: unknown[] = [];
    opened?.bytes.on('data', (chunk) => chunks.push(chunk));
    const failure = await new Promise((resolve) => opened?.bytes.once('error', resolve));
    expect(failure).toMatchObject({ digest, actual: digestOf(Buffer.from('a short lettre')) });
    expect(chunks).toEqual([]);
  });

  it('mends a damaged copy when the same bytes are put again', async () => {
    const bytes = randomBytes(1_000);
    const digest = await putNew(bytes);
    await under.damage(digest, () => Buffer.alloc(1_000));
    await putNew(bytes);
    expect(await readBack(digest)).toEqual(bytes);
  });

  it('forgets what is removed, and removing what is not there does nothing', async () => {
    const digest = await putNew(randomBytes(1_000));
    await under.store.remove(digest, 'common');
    await under.store.remove(digest, 'common');
    expect(await under.store.open(digest)).toBeUndefined();
    expect(await under.count()).toBe(0);
  });

  it('opens the copy of one keeper alone where that is asked for', async () => {
    const bytes = randomBytes(1_000);
    const digest = digestOf(bytes);
    await under.store.put(streamOf(bytes), { ...LIMIT, keeper: 'uploadsus' });
    expect(await under.store.open(digest, 'uploadscn')).toBeUndefined();
    const opened = await under.store.open(digest, 'uploadsus');
    expect(opened && (await buffer(opened.bytes))).toEqual(bytes);
  });

  it('takes nothing away from one keeper when another lets go of the same bytes', async () => {
    const bytes = randomBytes(1_000);
    const digest = digestOf(bytes);
    for (const keeper of ['evidence', 'referral']) await under.store.put(streamOf(bytes), { ...LIMIT, keeper });
    await under.store.remove(digest, 'evidence');
    expect(await readBack(digest)).toEqual(bytes);
    await under.store.remove(digest, 'referral');
    expect(await under.store.open(digest)).toBeUndefined();
  });
}
