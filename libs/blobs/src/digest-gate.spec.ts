import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Sha256 } from '@parley/kernel';
import { BlobCorruptedError } from './blob-corrupted.error';
import { DigestGate } from './digest-gate';

const digestOf = (bytes: Buffer): Sha256 => createHash('sha256').update(bytes).digest('hex') as Sha256;
const inChunks = (bytes: Buffer, size: number): Readable =>
  Readable.from(
    Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size)),
  );

describe('the gate before a reader', () => {
  it.each([1, 100, 65_536, 70_000])('lets sound bytes through in chunks of %d', async (size) => {
    const bytes = randomBytes(Math.min(size * 50, 200_000));
    expect(await buffer(inChunks(bytes, size).pipe(new DigestGate(digestOf(bytes))))).toEqual(bytes);
  });

  it.each([1_000, 65_535, 65_536])(
    'hands out nothing of %d wrong bytes, in however many chunks they come',
    async (size) => {
      const gate = new DigestGate(digestOf(Buffer.from('what was stored')));
      const handedOut: Buffer[] = [];
      gate.on('data', (chunk: Buffer) => handedOut.push(chunk));
      const failure = new Promise((resolve) => gate.once('error', resolve));
      inChunks(randomBytes(size), 99).pipe(gate);
      expect(await failure).toBeInstanceOf(BlobCorruptedError);
      expect(handedOut).toEqual([]);
    },
  );

  it('holds back no more than 64 KiB and a chunk', async () => {
    const gate = new DigestGate(digestOf(Buffer.from('never ends')));
    const passed = new Promise<number>((resolve) => gate.once('data', (chunk: Buffer) => resolve(chunk.length)));
    gate.write(Buffer.alloc(1_000));
    gate.write(Buffer.alloc(65_536));
    expect(await passed).toBe(1_000);
    gate.destroy();
  });
});
