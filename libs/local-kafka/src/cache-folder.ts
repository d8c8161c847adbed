import { accessSync, constants, mkdirSync } from 'node:fs';
import { homedir, tmpdir, userInfo } from 'node:os';
import path from 'node:path';

/**
 * Where fetched programs are kept for this user between runs, outside of any repository; it is made when it does not
 * exist.
 */
export function cacheFolder(): string {
  const wanted = path.join(process.env['XDG_CACHE_HOME'] || path.join(homedir(), '.cache'), 'parley');
  // The name holds the user's, because everybody may write to the temporary folder.
  return isWritable(wanted) ? wanted : path.join(tmpdir(), `parley-cache-${userInfo().username}`);
}

function isWritable(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
