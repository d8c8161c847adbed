import path from 'node:path';
import { randomSecret, secretIfThere } from '@parley/auth';

/**
 * The file of the one key from which every service once derived its secrets. A folder that has it goes on with what
 * follows from it. No new one is made.
 */
export const FORMER_COMMON_KEY = 'derivation.key';

export const COMMON_SECRET = randomSecret(32);

/**
 * The common key of a folder that was made with one: 32 bytes.
 * @throws KeyFileError for another length; the error of the file system
 */
export const commonKeyIn = (keysDir: string): Uint8Array | undefined =>
  secretIfThere(path.join(keysDir, FORMER_COMMON_KEY), COMMON_SECRET);
