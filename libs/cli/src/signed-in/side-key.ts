import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { stat, writeFile } from 'node:fs/promises';
import { digestOfAct, sha256 } from '@parley/event-store';
import { canonicalJson } from '@parley/kernel';
import { calculateJwkThumbprint, CompactSign, importJWK, type JWK } from 'jose';
import { named, NotAsked } from '../report/not-asked';
import { Refused } from '../report/refused';
import { codeOf, readText } from '../sources/read-file';
import { objectIn } from '../verify/committed-event';

/** A key by which a side signs, with its private part. */
export interface SideKeyPair {
  readonly thumbprint: string;
  readonly publicKey: JWK;
  readonly privateKey: JWK;
}

/** What of an act is signed, besides the key. */
export interface ActToSign {
  /** Method and path. */
  readonly act: string;
  /** Id of the case; `null` for an act of none, and for a filing. */
  readonly case: string | null;
  readonly body: unknown;
  /** Its `Idempotency-Key`. */
  readonly once: string;
}

/**
 * Makes a new Ed25519 key in a file that its owner alone may read.
 * @throws NotAsked `file-unwritable`, also where there is a file already: a key is never written over
 */
export async function makeKey(file: string): Promise<SideKeyPair> {
  const jwk = await nameable();
  await writeFile(file, `${JSON.stringify(jwk)}\n`, { flag: 'wx', mode: 0o600 }).catch((error: unknown) => {
    throw new NotAsked('file-unwritable', named(`${file}: ${codeOf(error)}`));
  });
  return pairOf(jwk);
}

/** A new key. A thumbprint that begins with a dash would be taken for an option where a command is given it. */
async function nameable(): Promise<JWK> {
  for (;;) {
    const jwk = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }) as JWK;
    if (!(await calculateJwkThumbprint(jwk)).startsWith('-')) return jwk;
  }
}

/**
 * Reads the key in a file.
 * @throws NotAsked `file-unreadable`; Refused `key-file-malformed` for what is no private key of a kind that signs,
 *   `key-file-open` where others than its owner may read it
 */
export async function readKey(file: string): Promise<SideKeyPair> {
  const jwk = objectIn(await readText(file)) as JWK | undefined;
  if (((await stat(file)).mode & 0o077) !== 0) throw new Refused('key-file-open', file);
  try {
    if (typeof jwk?.d !== 'string') throw new TypeError('no private key');
    const pair = await pairOf(jwk);
    // A key that signs nothing is found before anything is sent.
    await signAct({ act: '', case: null, body: null, once: '' }, pair);
    return pair;
  } catch {
    throw new Refused('key-file-malformed', file);
  }
}

/** Signs an act. @returns what stands in `Parley-Signature`: a compact JWS over the act's digest */
export async function signAct({ act, case: of, body, once }: ActToSign, key: SideKeyPair): Promise<string> {
  const { thumbprint, privateKey } = key;
  const alg = privateKey.kty === 'EC' ? 'ES256' : 'EdDSA';
  const digest = digestOfAct({ act, case: of, key: thumbprint, once, shown: sha256(canonicalJson(body ?? null)) });
  return new CompactSign(Buffer.from(digest))
    .setProtectedHeader({ alg, kid: thumbprint })
    .sign(await importJWK(privateKey, alg));
}

/**
 * The headers with which an act is sent: signed, where a key is given.
 * @param once its `Idempotency-Key`; a new one when left out
 */
export async function headersOf(
  act: Omit<ActToSign, 'once'>,
  key: SideKeyPair | undefined,
  once: string = randomUUID(),
): Promise<ActHeaders> {
  const signature = key && (await signAct({ ...act, once }, key));
  return { 'Idempotency-Key': once, ...(signature === undefined ? {} : { 'Parley-Signature': signature }) };
}

export interface ActHeaders {
  readonly 'Idempotency-Key': string;
  readonly 'Parley-Signature'?: string;
}

async function pairOf(privateKey: JWK): Promise<SideKeyPair> {
  const { kty = '', crv = '', x = '', y } = privateKey;
  const publicKey = { kty, crv, x, ...(y === undefined ? {} : { y }) };
  return { thumbprint: await calculateJwkThumbprint(publicKey), publicKey, privateKey };
}
