import { generateKeyPairSync, sign } from 'node:crypto';
import { digestOfAct, type SignedAct } from '@parley/event-store';
import type { PartyJwk } from '@parley/kernel';
import { thumbprintOf } from './party-key';

/** A key of a side that lives in this process alone, for trials and tests. */
export interface MemoryPartyKey {
  readonly jwk: PartyJwk;
  readonly thumbprint: string;
  /** A compact JWS whose payload is a text, by this key. */
  signText(text: string, header?: object): string;
  /** The signature of an act by this key. */
  signAct(act: Omit<SignedAct, 'key'>): string;
}

/** Makes a new key. @param kind of the key: Ed25519 when left out */
export function memoryPartyKey(kind: 'Ed25519' | 'P-256' = 'Ed25519'): MemoryPartyKey {
  const { privateKey, publicKey } =
    kind === 'Ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = publicKey.export({ format: 'jwk' }) as PartyJwk;
  const thumbprint = thumbprintOf(jwk);
  const alg = kind === 'Ed25519' ? 'EdDSA' : 'ES256';
  const signText = (text: string, header: object = {}): string => {
    const input = `${encoded(JSON.stringify({ alg, kid: thumbprint, ...header }))}.${encoded(text)}`;
    const hash = kind === 'Ed25519' ? null : 'sha256';
    const signature = sign(hash, Buffer.from(input), { key: privateKey, dsaEncoding: 'ieee-p1363' });
    return `${input}.${signature.toString('base64url')}`;
  };
  return { jwk, thumbprint, signText, signAct: (act) => signText(digestOfAct({ ...act, key: thumbprint })) };
}

const encoded = (text: string): string => Buffer.from(text).toString('base64url');
