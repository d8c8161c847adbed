import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The file of the one key from which every service once derived its secrets. A folder that has it goes on with what
 * follows from it. No new one is made.
 */
export const FORMER_COMMON_KEY = 'derivation.key';

/** The common key of a folder that was made with one: 32 bytes. @throws the error of the file system */
export function commonKeyIn(keysDir: string): Uint8Array | undefined {
  const file = path.join(keysDir, FORMER_COMMON_KEY);
  return existsSync(file) ? readFileSync(file) : undefined;
}
