import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { stat, writeFile } from 'node:fs/promises';
import { signByKey, thumbprintOf, type ActToSign, type PublicJwk } from '@parley/client';
import { named, NotAsked } from '../report/not-asked';
import { Refused } from '../report/refused';
import { codeOf, readText } from '../sources/read-file';
import { objectIn } from '../verify/committed-event';

/** A key by which a side signs, with its private part. */
export interface SideKeyPair {
  readonly thumbprint: string;
  readonly publicKey: PublicJwk;
  readonly privateKey: PrivateJwk;
}

type PrivateJwk = PublicJwk & { readonly d: string };

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
async function nameable(): Promise<PrivateJwk> {
  for (;;) {
    const jwk = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }) as unknown as PrivateJwk;
    if (!(await thumbprintOf(jwk)).startsWith('-')) return jwk;
  }
}

/**
 * Reads the key in a file.
 * @throws NotAsked `file-unreadable`; Refused `key-file-malformed` for what is no private key of a kind that signs,
 *   `key-file-open` where others than its owner may read it
 */
export async function readKey(file: string): Promise<SideKeyPair> {
  const jwk = objectIn(await readText(file)) as Partial<PrivateJwk> | undefined;
  if (((await stat(file)).mode & 0o077) !== 0) throw new Refused('key-file-open', file);
  try {
    if (typeof jwk?.d !== 'string') throw new TypeError('no private key');
    const pair = await pairOf(jwk as PrivateJwk);
    // A key that signs nothing is found before anything is sent.
    await signByKey(pair.privateKey)({ act: '', case: null, once: '' });
    return pair;
  } catch {
    throw new Refused('key-file-malformed', file);
  }
}

/** What a person signs by, as it is registered. */
export interface PublicKeyMade {
  readonly key: PublicJwk;
  /** Of a passkey. */
  readonly credentialId?: string;
}

/**
 * Reads what a person signs by: the public part of a key, or a passkey as `makePasskey` gives it.
 * @throws NotAsked `file-unreadable`; Refused `key-file-malformed`
 */
export async function readPublicKey(file: string): Promise<PublicKeyMade> {
  const read = objectIn(await readText(file)) as (Partial<PublicJwk> & Partial<PublicKeyMade>) | undefined;
  const { kty, crv, x, y } = read?.key ?? read ?? {};
  if (kty === undefined || crv === undefined || x === undefined) throw new Refused('key-file-malformed', file);
  const credentialId = read?.credentialId;
  return {
    key: y === undefined ? { kty, crv, x } : { kty, crv, x, y },
    ...(credentialId === undefined ? {} : { credentialId }),
  };
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
  const signature = key && (await signByKey(key.privateKey)({ ...act, once }));
  return { 'Idempotency-Key': once, ...(signature === undefined ? {} : { 'Parley-Signature': signature }) };
}

export interface ActHeaders {
  readonly 'Idempotency-Key': string;
  readonly 'Parley-Signature'?: string;
}

async function pairOf(privateKey: PrivateJwk): Promise<SideKeyPair> {
  const { kty, crv, x, y } = privateKey;
  const publicKey = y === undefined ? { kty, crv, x } : { kty, crv, x, y };
  return { thumbprint: await thumbprintOf(publicKey), publicKey, privateKey };
}
