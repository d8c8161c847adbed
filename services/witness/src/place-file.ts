import { randomUUID } from 'node:crypto';
import { link, open, rm } from 'node:fs/promises';
import path from 'node:path';

/**
 * Writes a file of a name that nothing has yet: whole or not at all, readable by its owner alone, and on the disk with
 * its name before this returns.
 * @returns false when something has the name; then nothing is changed
 */
export async function placeFile(target: string, text: string): Promise<boolean> {
  const folder = path.dirname(target);
  const made = path.join(folder, `.${randomUUID()}`);
  try {
    const file = await open(made, 'wx', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    try {
      // A rename would replace what is there. A link is refused.
      await link(made, target);
    } catch (error) {
      if (hasCode(error, 'EEXIST')) return false;
      throw error;
    }
    await flushFolder(folder);
    return true;
  } finally {
    await rm(made, { force: true });
  }
}

/** A name is on the disk only when its folder was flushed. */
export async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Whether something went wrong in this way, by the codes of the system. */
export const hasCode = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;
