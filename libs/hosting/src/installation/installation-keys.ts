import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import {
  cursorSecret,
  formerRegistrySigner,
  keptSecret,
  REGISTRY_KEY,
  registrySigner,
  type RegistrySigner,
} from '@parley/auth';
import { StartError } from '../process/start-error';

/** The secrets of an installation, the same in all of its processes. */
export interface InstallationKeys {
  /** The registry's key; it signs receipts. */
  readonly signer: RegistrySigner;
  /** The registry's key before it, where its file lies beside; it signs for the one after it. */
  readonly formerSigner?: RegistrySigner | undefined;
  /** The secret of cursors, so that a cursor outlives a restart and is good in every instance. */
  readonly cursorSecret: Uint8Array;
  /** The key from which services derive secrets that they must be able to lay open later. */
  readonly derivationKey: Uint8Array;
}

export { REGISTRY_KEY };

/** The file of the key from which secrets follow. */
export const DERIVATION_KEY = 'derivation.key';

/**
 * Reads the keys from their folder, and makes those that are not there yet.
 * @throws the error of the file system when that cannot be done
 */
export const openKeys = (keysDir: string): InstallationKeys => ({
  signer: registrySigner(keysDir),
  formerSigner: formerRegistrySigner(keysDir),
  cursorSecret: cursorSecret(keysDir),
  derivationKey: keptSecret(path.join(keysDir, DERIVATION_KEY), () => randomBytes(32)),
});

/**
 * Makes sure that no key is made anew beside a record that was begun with another one.
 * @throws StartError that names the keys which are gone
 */
export function insistOnKeys(keysDir: string): void {
  const gone = [REGISTRY_KEY, DERIVATION_KEY].filter((name) => !existsSync(path.join(keysDir, name)));
  if (gone.length > 0)
    throw new StartError(
      `${gone.map((name) => path.join(keysDir, name)).join(' and ')} ${gone.length > 1 ? 'are' : 'is'} gone, and ` +
        'the record was begun with them. Put the folder of keys back from its copy, or, where that is lost for good, ' +
        'start once with PARLEY_KEYS=replaced.',
    );
}
