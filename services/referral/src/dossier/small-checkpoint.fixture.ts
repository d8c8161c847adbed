import { generateKeyPairSync } from 'node:crypto';
import type { DossierCheckpoint } from '@parley/contracts';
import {
  formatCheckpoint,
  formatKey,
  formatNote,
  leafHash,
  nodeChecks,
  nodeSigner,
  NOTE_KINDS,
  noteKey,
  rawPublicKey,
  signText,
} from '@parley/transparency';

/** A checkpoint of a log of one entry, which the log alone signed. */
export async function smallCheckpoint(origin = 'example/log'): Promise<DossierCheckpoint> {
  const { privateKey } = generateKeyPairSync('ed25519');
  const { digest } = nodeChecks;
  const key = await noteKey(digest, { name: origin, kind: NOTE_KINDS.note, publicKey: rawPublicKey(privateKey) });
  const text = formatCheckpoint({ origin, size: 1, root: await leafHash(digest, Buffer.alloc(32, 1)) });
  const note = formatNote(text, [await signText({ key, sign: nodeSigner(privateKey) }, text)]);
  return { note, policy: `log ${formatKey(key)}\nquorum none\n`, attested: false };
}
