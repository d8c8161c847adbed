import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { openDirectoryBlobStore } from '@parley/blobs/directory';
import type { Sha256 } from '@parley/kernel';
import fc from 'fast-check';
import { openSound } from './sound-bytes';

const digestOf = (bytes: Uint8Array): Sha256 => createHash('sha256').update(bytes).digest('hex') as Sha256;

/** What may happen to bytes that are kept. */
const damages = fc.oneof(
  fc.record({ kind: fc.constant('none' as const) }),
  fc.record({ kind: fc.constant('flip' as const), at: fc.nat(), bit: fc.integer({ min: 0, max: 7 }) }),
  fc.record({ kind: fc.constantFrom('cut' as const, 'grow' as const, 'remove' as const) }),
);

function damaged(
  bytes: Buffer,
  damage: { readonly kind: string; readonly at?: number; readonly bit?: number },
): Buffer {
  if (damage.kind === 'cut') return bytes.subarray(0, -1);
  if (damage.kind === 'grow') return Buffer.concat([bytes, Buffer.from([0])]);
  const flipped = Buffer.from(bytes);
  const at = (damage.at ?? 0) % bytes.length;
  flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << (damage.bit ?? 0)), at);
  return flipped;
}

describe('the bytes of an exhibit', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'parley-sound-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('are read as they were accepted, or not at all: any damage whatever is found at the read (I-33)', async () => {
    const blobs = await openDirectoryBlobStore(folder);
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 1, maxLength: 3_000 }),
        damages,
        fc.boolean(),
        async (content, damage, suspect) => {
          const bytes = Buffer.from(content);
          const digest = digestOf(bytes);
          await blobs.put(Readable.from([bytes]), { digest, limitBytes: 10_000, keeper: 'evidence' });
          const file = path.join(folder, 'evidence', digest.slice(0, 2), digest);
          await mkdir(path.dirname(file), { recursive: true });
          if (damage.kind === 'remove') await rm(file);
          else if (damage.kind !== 'none') await writeFile(file, damaged(await readFile(file), damage));

          const opened = await openSound(blobs, { digest, sizeBytes: bytes.length }, suspect);
          if (damage.kind === 'none') {
            expect(opened.kind === 'sound' && (await buffer(opened.bytes))).toEqual(bytes);
            return;
          }
          const found = opened.kind === 'damaged' ? opened.found : 'sound';
          expect(found).toBe(
            damage.kind === 'remove'
              ? 'missing'
              : damage.kind === 'flip'
                ? digestOf(damaged(bytes, damage))
                : 'size-differs',
          );
        },
      ),
    );
  });
});
