import { Readable } from 'node:stream';
import { BlobCorruptedError, type BlobStore } from '@parley/blobs';
import { sha256 } from '@parley/event-store';
import type { Sha256 } from '@parley/kernel';
import fc from 'fast-check';
import { foundBy, openSound } from '../../services/evidence/src/exhibits/sound-bytes';
import { holdsInEveryHistory } from './holds';
import { damageOnRecord } from './rules/i-33-damage-on-record.rule';
import { sentence } from './sentences';

/** A store of one blob that checks the bytes that it hands out, as the real ones do. */
const storeOf = (stored: Uint8Array): Pick<BlobStore, 'open'> => ({
  open: async (digest: Sha256) => ({
    sizeBytes: stored.byteLength,
    bytes: Readable.from(checked(stored, digest)),
  }),
});

async function* checked(stored: Uint8Array, digest: Sha256): AsyncGenerator<Uint8Array> {
  const actual = sha256(stored);
  if (actual !== digest) throw new BlobCorruptedError(digest, actual);
  yield stored;
}

/** The bytes that a reader gets, or what was found in their place. */
async function read(stored: Uint8Array, accepted: Uint8Array, suspect: boolean): Promise<string> {
  const opened = await openSound(
    storeOf(stored) as BlobStore,
    { digest: sha256(accepted), sizeBytes: accepted.byteLength },
    suspect,
  );
  if (opened.kind === 'damaged') return 'damaged';
  try {
    return sha256(Buffer.concat(await opened.bytes.toArray()));
  } catch (error) {
    return foundBy(error) === undefined ? 'failed' : 'damaged';
  }
}

const content = fc.uint8Array({ minLength: 1, maxLength: 64 });

describe(sentence('I-33'), () => {
  it('no reader gets other bytes than those accepted, whatever lies in the store', async () => {
    await fc.assert(
      fc.asyncProperty(content, content, fc.boolean(), async (accepted, stored, suspect) => {
        const got = await read(stored, accepted, suspect);
        expect(got).toBe(sha256(stored) === sha256(accepted) ? sha256(accepted) : 'damaged');
      }),
    );
  });

  it('holds for every single bit that is flipped', async () => {
    const accepted = new TextEncoder().encode('notice of duties');
    for (let bit = 0; bit < accepted.length * 8; bit++) {
      const flipped = accepted.slice();
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(await read(flipped, accepted, false)).toBe('damaged');
    }
  });

  it('a mismatch is on record', () => holdsInEveryHistory(damageOnRecord));
});
