import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { cursorSecret, keptSecret, registrySigner, type RegistrySigner } from '@parley/auth';

/** The secrets of an installation, the same in all of its processes. */
export interface InstallationKeys {
  /** The registry's key; it signs receipts. */
  readonly signer: RegistrySigner;
  /** The secret of cursors, so that a cursor outlives a restart and is good in every instance. */
  readonly cursorSecret: Uint8Array;
  /** The key from which services derive secrets that they must be able to lay open later. */
  readonly derivationKey: Uint8Array;
}

/**
 * Reads the keys from their folder, and makes those that are not there yet.
 * @throws the error of the file system when that cannot be done
 */
export const openKeys = (keysDir: string): InstallationKeys => ({
  signer: registrySigner(keysDir),
  cursorSecret: cursorSecret(keysDir),
  derivationKey: keptSecret(path.join(keysDir, 'derivation.key'), () => randomBytes(32)),
});
