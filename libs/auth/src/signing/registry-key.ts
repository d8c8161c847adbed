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

/** The file of the registry's key that was in use before, for the one start in which another one takes its place. */
export const FORMER_REGISTRY_KEY = 'registry-ed25519.before.pem';

/**
 * The signer by the key before, where its file is there.
 * @throws the error of the file system, or of a file that is no key
 */
export function formerRegistrySigner(keysDir: string): RegistrySigner | undefined {
  const file = join(keysDir, FORMER_REGISTRY_KEY);
  return existsSync(file) ? ed25519Signer(createPrivateKey(readFileSync(file))) : undefined;
}

/** The secret behind cursors, kept in the keys' folder, so that a cursor outlives a restart. */
export const cursorSecret = (keysDir: string): Uint8Array =>
  keptSecret(join(keysDir, 'cursor.key'), () => randomBytes(32));
