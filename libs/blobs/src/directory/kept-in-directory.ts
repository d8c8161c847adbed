import path from 'node:path';
import { isSha256 } from '@parley/kernel';
import { readdir } from 'node:fs/promises';
import type { KeptBlob } from '../copy-blobs';

/** Everything that a folder of blobs keeps, read shard by shard. @throws when the folder is not there */
export async function* keptInDirectory(folder: string): AsyncGenerator<KeptBlob> {
  for (const keeper of await foldersIn(folder)) {
    for (const shard of await foldersIn(path.join(folder, keeper))) {
      const names = await readdir(path.join(folder, keeper, shard));
      for (const digest of names.filter(isSha256)) yield { keeper, digest };
    }
  }
}

async function foldersIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

/** True for the error of a file that is not there. */
export const isMissing = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
