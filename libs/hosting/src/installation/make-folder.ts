import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * Makes a folder and its missing parents, each by itself. Where a folder may not hold others, as in `/proc`, Node's own
 * recursive option never ends.
 * @param folder absolute; may be there already
 * @throws the error of the file system when it cannot be made or written
 */
export function makeFolder(folder: string): void {
  const missing: string[] = [];
  let nearest = folder;
  while (!statSync(nearest, { throwIfNoEntry: false })) {
    missing.unshift(nearest);
    nearest = path.dirname(nearest);
  }
  accessSync(nearest, constants.W_OK | constants.X_OK);
  for (const each of missing) makeOne(each);
}

function makeOne(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process may have made it in the meantime.
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
}
