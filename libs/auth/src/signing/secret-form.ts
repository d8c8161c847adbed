import { createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';

/** What a file of the installation's keys holds. */
export interface SecretForm<Of> {
  /** For people, after "it does not hold". */
  readonly expected: string;
  /** A new one, as it is written. */
  make(): Uint8Array | string;
  /** The secret in the bytes of the file, or nothing where they are of another form. */
  read(bytes: Uint8Array): Of | undefined;
}

/**
 * A secret of random bytes. A file system that lost power can leave a file of the right length that was never written,
 * so zeros alone are none.
 * @param make gives another one than by chance
 */
export const randomSecret = (length: number, make = (): Uint8Array => randomBytes(length)): SecretForm<Uint8Array> => ({
  expected: `the ${String(length)} bytes of a secret`,
  make,
  read: (bytes) => (bytes.length === length && bytes.some((byte) => byte !== 0) ? bytes : undefined),
});

/** A private Ed25519 key in PEM (PKCS #8), with lines that end in any way. */
export const ED25519_PEM: SecretForm<KeyObject> = {
  expected: 'a private Ed25519 key in PEM (PKCS #8, without a passphrase)',
  make: () => generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }),
  read: (bytes) => {
    try {
      const key = createPrivateKey(Buffer.from(bytes));
      return key.asymmetricKeyType === 'ed25519' ? key : undefined;
    } catch {
      return undefined;
    }
  },
};
