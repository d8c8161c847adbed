import { mkdir, open, rename } from 'node:fs/promises';
import path from 'node:path';

/**
 * Gives a flushed file its final name, at once or not at all, so that the name survives a power cut. A reader of a file
 * that had the name before reads on in it.
 */
export async function placeDurably(file: string, target: string): Promise<void> {
  const shard = path.dirname(target);
  const made = await mkdir(shard, { recursive: true, mode: 0o700 });
  if (made !== undefined) await flushBetween(path.dirname(made), path.dirname(shard));
  await rename(file, target);
  await flushFolder(shard);
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
