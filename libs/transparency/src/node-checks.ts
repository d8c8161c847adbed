import { createPrivateKey, createPublicKey, hash, sign, verify, type KeyObject } from 'node:crypto';
import type { Checks, SignEd25519 } from './checks';

/** What stands before the 32 bytes of an Ed25519 key in its SPKI encoding (RFC 8410). */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** What stands before the 32 bytes of a private one in its PKCS #8 encoding (RFC 8410). */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

const keyOf = (bytes: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.concat([SPKI_PREFIX, bytes]), format: 'der', type: 'spki' });

/** The primitives of `node:crypto`. */
export const nodeChecks: Checks = {
  digest: (bytes) => hash('sha256', bytes, 'buffer'),
  verifyEd25519: (key, message, signature) =>
    key.length === 32 && signature.length === 64 && verify(null, message, keyOf(key), signature),
};

/** The private Ed25519 key of a seed of 32 bytes. */
export const privateKeyOf = (seed: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: 'der', type: 'pkcs8' });

/** Signs by a private Ed25519 key. */
export const nodeSigner =
  (key: KeyObject): SignEd25519 =>
  (message) =>
    sign(null, message, key);

/** The 32 bytes of the public key of an Ed25519 pair, of which either half is given. */
export const rawPublicKey = (key: KeyObject): Uint8Array =>
  (key.type === 'private' ? createPublicKey(key) : key)
    .export({ format: 'der', type: 'spki' })
    .subarray(SPKI_PREFIX.length);
