import { join } from 'node:path';
import { ed25519Signer } from './ed25519.signer';
import { keptSecret, secretIfThere } from './kept-secret';
import { ED25519_PEM, randomSecret } from './secret-form';
import type { RegistrySigner } from './signer';

/** The file of the registry's key. */
export const REGISTRY_KEY = 'registry-ed25519.pem';

/**
 * The signer by the key of a file, which is made at the first start and kept (PKCS #8 PEM, 0600).
 * @throws KeyFileError for a file that is no key; the error of the file system
 */
export const keptSigner = (file: string): RegistrySigner => ed25519Signer(keptSecret(file, ED25519_PEM));

/** The registry's signer, whose key is kept in the keys' folder. */
export const registrySigner = (keysDir: string): RegistrySigner => keptSigner(join(keysDir, REGISTRY_KEY));

/**
 * The signer by the key that was in use before, for the one start in which another one takes its place: its file lies
 * beside that of the key, and is called `<name>.before.pem`.
 * @param keyFile that of the key, such as `keys/registry-ed25519.pem`
 * @returns nothing where there is none
 * @throws KeyFileError for a file that is no key; the error of the file system
 */
export function formerSigner(keyFile: string): RegistrySigner | undefined {
  const key = secretIfThere(keyFile.replace(/\.pem$/, '.before.pem'), ED25519_PEM);
  return key && ed25519Signer(key);
}

/** The secret behind cursors, kept in the keys' folder, so that a cursor outlives a restart. */
export const cursorSecret = (keysDir: string): Uint8Array => keptSecret(join(keysDir, 'cursor.key'), randomSecret(32));
