import { link, mkdir, open, rename } from 'node:fs/promises';
import path from 'node:path';

/**
 * Gives a flushed file its final name, at once or not at all, so that the name survives a power cut. A reader of a file
 * that had the name before reads on in it.
 */
export const placeDurably = (file: string, target: string): Promise<void> =>
  inFolderOf(target, () => rename(file, target));

/**
 * Gives a flushed file another name where nothing has it, so that the name survives a power cut.
 * @returns false when something has it
 */
export async function placeOnceDurably(file: string, target: string): Promise<boolean> {
  let placed = true;
  await inFolderOf(target, () =>
    link(file, target).catch((error: unknown) => {
      if (!isThere(error)) throw error;
      placed = false;
    }),
  );
  return placed;
}

const isThere = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST';

async function inFolderOf(target: string, place: () => Promise<void>): Promise<void> {
  const folder = path.dirname(target);
  const made = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (made !== undefined) await flushBetween(path.dirname(made), path.dirname(folder));
  await place();
  await flushFolder(folder);
}

/** Flushes a folder and those inside it on the way to another: each holds the name of a folder that was made. */
async function flushBetween(top: string, bottom: string): Promise<void> {
  for (let folder = bottom; ; folder = path.dirname(folder)) {
    await flushFolder(folder);
    if (folder === top) return;
  }
}

/**
 * A name is on the disk only when its folder was flushed. Windows has no call for this, and keeps names in its journal.
 */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
