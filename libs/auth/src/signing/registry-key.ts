import { createPrivateKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ed25519Signer } from './ed25519.signer';
import { keptSecret } from './kept-secret';
import type { RegistrySigner } from './signer';

/** The file of the registry's key. */
export const REGISTRY_KEY = 'registry-ed25519.pem';

/**
 * The signer by the key of a file, which is made at the first start and kept (PKCS #8 PEM, 0600).
 * @throws the error of the file system, or of a file that is no key
 */
export function keptSigner(file: string): RegistrySigner {
  const pem = keptSecret(file, () =>
    generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }),
  );
  return ed25519Signer(createPrivateKey(pem));
}

/** The registry's signer, whose key is kept in the keys' folder. */
export const registrySigner = (keysDir: string): RegistrySigner => keptSigner(join(keysDir, REGISTRY_KEY));

/**
 * The signer by the key that was in use before, for the one start in which another one takes its place: its file lies
 * beside that of the key, and is called `<name>.before.pem`.
 * @param keyFile that of the key, such as `keys/registry-ed25519.pem`
 * @returns nothing where there is none
 * @throws the error of the file system, or of a file that is no key
 */
export function formerSigner(keyFile: string): RegistrySigner | undefined {
  const file = keyFile.replace(/\.pem$/, '.before.pem');
  return existsSync(file) ? ed25519Signer(createPrivateKey(readFileSync(file))) : undefined;
}

/** The secret behind cursors, kept in the keys' folder, so that a cursor outlives a restart. */
export const cursorSecret = (keysDir: string): Uint8Array =>
  keptSecret(join(keysDir, 'cursor.key'), () => randomBytes(32));
