import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { canonicalJson } from '@parley/kernel';
import type { PublicJwk, RegistrySigner } from './signer';

const base64url = (data: string | Uint8Array): string => Buffer.from(data).toString('base64url');

/**
 * Signs with an Ed25519 private key: a compact JWS (RFC 7515, EdDSA) over canonical JSON. Ed25519 is deterministic, so
 * the same content gives the same signature. The work is synchronous. The port is asynchronous, so that a key in a
 * device fits behind it.
 * @throws TypeError for a key of another kind
 */
export function ed25519Signer(privateKey: KeyObject): RegistrySigner {
  const publicKey = publicJwkOf(createPublicKey(privateKey));
  const header = base64url(canonicalJson({ alg: 'EdDSA', kid: publicKey.kid }));
  return {
    publicKey,
    sign: (content) => {
      const input = `${header}.${base64url(canonicalJson(content))}`;
      return Promise.resolve(`${input}.${base64url(sign(null, Buffer.from(input), privateKey))}`);
    },
    signMessage: (message) => Promise.resolve(sign(null, Buffer.from(message), privateKey)),
  };
}

/** What stands before the 32 bytes of a private Ed25519 key in its PKCS #8 encoding (RFC 8410). */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Signs with the private Ed25519 key of a seed. @param seed 32 bytes */
export const seedSigner = (seed: Uint8Array): RegistrySigner =>
  ed25519Signer(createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: 'der', type: 'pkcs8' }));

/**
 * Checks a compact JWS that `sign` made.
 * @returns the signed content, or `undefined` when the signature is not by this key
 */
export function verifyJws(jws: string, { x, kty, crv }: PublicJwk): unknown {
  const [header = '', payload = '', signature = '', ...more] = jws.split('.');
  const key = createPublicKey({ format: 'jwk', key: { kty, crv, x } });
  if (more.length > 0 || !verify(null, Buffer.from(`${header}.${payload}`), key, Buffer.from(signature, 'base64url')))
    return undefined;
  return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as unknown;
}

function publicJwkOf(key: KeyObject): PublicJwk {
  const { x } = key.export({ format: 'jwk' });
  if (typeof x !== 'string' || key.asymmetricKeyType !== 'ed25519')
    throw new TypeError('the signing key is not an Ed25519 key');
  return publicJwk(x);
}

/** A public key of Ed25519 as JWK, with its thumbprint. @param x the key, base64url */
export function publicJwk(x: string): PublicJwk {
  const kid = createHash('sha256')
    .update(canonicalJson({ crv: 'Ed25519', kty: 'OKP', x }))
    .digest('base64url');
  return { kty: 'OKP', crv: 'Ed25519', x, kid, alg: 'EdDSA', use: 'sig' };
}
