import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { canonicalJson } from '@parley/kernel';

/** What of an act is signed, besides the key. */
export interface ActToSign {
  /** Method and path. */
  readonly act: string;
  /** Id of the case; `null` for an act of none. */
  readonly case: string | null;
  /** The act's `Idempotency-Key`. */
  readonly once: string;
  readonly body: unknown;
}

/** A key that a side or a person keeps. It is written by what the guide says alone, and shares no code with a check. */
export interface OwnKey {
  /** As it is registered. */
  readonly jwk: object;
  readonly thumbprint: string;
  /** What stands in `Parley-Signature`. */
  sign(act: ActToSign): string;
}

/** What the device of a passkey answers otherwise than it is to. */
export interface WrongAsked {
  /** The page on which it was asked. */
  readonly origin?: string;
  readonly verified?: false;
}

/** Makes a key that signs by JWS, Ed25519. */
export function ownKey(): OwnKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const { crv, kty, x } = publicKey.export({ format: 'jwk' });
  const thumbprint = sum(canonicalJson({ crv, kty, x })).toString('base64url');
  return {
    jwk: { crv, kty, x },
    thumbprint,
    sign(act) {
      const parts = [JSON.stringify({ alg: 'EdDSA', kid: thumbprint }), digestOf(act, thumbprint).toString('hex')];
      const input = parts.map((part) => Buffer.from(part).toString('base64url')).join('.');
      return `${input}.${sign(null, Buffer.from(input), privateKey).toString('base64url')}`;
    },
  };
}

export interface OwnPasskey extends Omit<OwnKey, 'sign'> {
  readonly credentialId: string;
  sign(act: ActToSign, wrong?: WrongAsked): string;
}

/** Makes a passkey of a person on the pages of an origin, ECDSA on P-256. */
export function ownPasskey(ofPages: string): OwnPasskey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { crv, kty, x, y } = publicKey.export({ format: 'jwk' });
  const jwk = { crv, kty, x, y };
  const thumbprint = sum(canonicalJson(jwk)).toString('base64url');
  return {
    ...{ jwk, thumbprint, credentialId: thumbprint.slice(0, 22) },
    sign: (act, { origin = ofPages, verified = true } = {}) => {
      const parts = answered(privateKey, digestOf(act, thumbprint), origin, verified);
      return `webauthn ${[thumbprint, ...parts.map((part) => part.toString('base64url'))].join('.')}`;
    },
  };
}

const PRESENT = 0x01;
const VERIFIED = 0x04;

/** What browser and device answer to a challenge (WebAuthn Level 3, 6.3.3). */
function answered(key: KeyObject, challenge: Buffer, origin: string, verified: boolean): readonly Buffer[] {
  const asked = { type: 'webauthn.get', challenge: challenge.toString('base64url'), origin, crossOrigin: false };
  const client = Buffer.from(JSON.stringify(asked));
  const flags = verified ? PRESENT + VERIFIED : PRESENT;
  const data = Buffer.concat([sum(new URL(origin).hostname), Buffer.of(flags, 0, 0, 0, 0)]);
  return [data, client, sign('sha256', Buffer.concat([data, sum(client)]), key)];
}

/** The digest that is signed: of the five fields, in RFC 8785 JSON. */
const digestOf = ({ act, case: of, once, body }: ActToSign, key: string): Buffer =>
  sum(canonicalJson({ act, case: of, key, once, shown: sum(canonicalJson(body)).toString('hex') }));

const sum = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest();
