import { createPublicKey, hash, sign, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { signedBytes, type Place, type SignedMessage } from './signed-bytes';

/** Signs what one service tells. The port is asynchronous, so that a key in a device fits behind it. */
export interface MessageSigner {
  /** By which a reader finds the public key. */
  readonly keyId: string;
  /** @returns the Ed25519 signature, 64 bytes */
  sign(bytes: Uint8Array): Promise<Uint8Array>;
}

/** Enough to tell an installation's keys apart. Whether a signature is right is for the key to say. */
const ID_CHARACTERS = 16;

/** A key's id: the beginning of its SHA-256 as SPKI, base64url. It follows from the key, so nobody has to give it. */
export const keyIdOf = (publicKey: KeyObject): string =>
  hash('sha256', publicKey.export({ format: 'der', type: 'spki' }), 'base64url').slice(0, ID_CHARACTERS);

/**
 * Signs with a private key in this process, beside its main thread.
 * @throws TypeError for a key that is not Ed25519
 */
export function messageSigner(privateKey: KeyObject): MessageSigner {
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new TypeError('the key of messages is not an Ed25519 key');
  return {
    keyId: keyIdOf(createPublicKey(privateKey)),
    sign: (bytes) => signing(null, bytes, privateKey),
  };
}

/** The value of the header that says whose a message is. */
export async function signatureOf(signer: MessageSigner, place: Place, message: SignedMessage): Promise<string> {
  const signature = await signer.sign(signedBytes(place, message));
  return `${signer.keyId}.${Buffer.from(signature).toString('base64url')}`;
}

const signing = promisify(sign);
