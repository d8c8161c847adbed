import { randomBytes } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  formatKey,
  fromBase64,
  isKeyName,
  nodeChecks,
  nodeSigner,
  NOTE_KINDS,
  noteKey,
  privateKeyOf,
  rawPublicKey,
  toBase64,
  type NoteSigner,
} from '@parley/transparency';
import { flushFolder, hasCode, placeFile } from './place-file';
import { WitnessRefused } from './witness-refused';

/** Where a witness keeps what it has cosigned. */
export const stateOf = (folder: string): string => path.join(folder, 'state');
const keyFile = (folder: string): string => path.join(folder, 'key');

/**
 * Makes the key of a witness, and the empty place of what it will have cosigned. The two begin together: a key whose
 * state was lost could cosign a second past.
 * @param name under which it signs, such as `witness.example/parley`
 * @returns the public key as text, for whoever is to believe it
 * @throws WitnessRefused when a key or a state is there already
 */
export async function makeKey(folder: string, name: string): Promise<string> {
  if (!isKeyName(name)) throw new WitnessRefused('A name has a sign at least, and no space and no plus.');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    await mkdir(stateOf(folder), { mode: 0o700 });
  } catch (error) {
    if (hasCode(error, 'EEXIST')) throw new WitnessRefused(`${folder} has the state of a witness already.`);
    throw error;
  }
  const seed = randomBytes(32);
  if (!(await placeFile(keyFile(folder), `${name}\n${toBase64(seed)}\n`)))
    throw new WitnessRefused(`${keyFile(folder)} is there already, and no key is ever made in its place.`);
  await flushFolder(path.dirname(folder));
  return formatKey((await signerOf(name, seed)).key);
}

/** @throws WitnessRefused where there is no key: none is made silently */
export async function readKey(folder: string): Promise<NoteSigner> {
  const text = await readFile(keyFile(folder), 'utf8').catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) throw new WitnessRefused(`${keyFile(folder)} is not there: make-key makes one.`);
    throw error;
  });
  const [name = '', encoded = '', end] = text.split('\n');
  const seed = fromBase64(encoded);
  if (seed?.length !== 32 || end !== '') throw new WitnessRefused(`${keyFile(folder)} holds no key.`);
  return signerOf(name, seed);
}

async function signerOf(name: string, seed: Uint8Array): Promise<NoteSigner> {
  const key = privateKeyOf(seed);
  const publicKey = rawPublicKey(key);
  return {
    key: await noteKey(nodeChecks.digest, { name, kind: NOTE_KINDS.cosignature, publicKey }),
    sign: nodeSigner(key),
  };
}
