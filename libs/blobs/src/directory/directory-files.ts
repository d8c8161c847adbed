import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { checkFilePath, type NamedFiles } from '../named-files';
import { isMissing } from './kept-in-directory';
import { placeDurably, placeOnceDurably } from './place-durably';

/**
 * Keeps files under their names in `<root>/<folder>`, which several processes may share. They are readable by their
 * owner alone. Unfinished writes lie in `<root>/incoming`, as those of blobs do.
 */
export function directoryFiles(root: string, folder: string): NamedFiles {
  const incoming = path.join(root, 'incoming');
  const target = (name: string): string => path.join(root, folder, ...checkFilePath(name).split('/'));
  return {
    read: async (name) =>
      readFile(target(name)).catch((error: unknown) => {
        if (isMissing(error)) return undefined;
        throw error;
      }),
    write: async (name, bytes) => writing(incoming, bytes, (file) => placeDurably(file, target(name))),
    create: async (name, bytes) => writing(incoming, bytes, (file) => placeOnceDurably(file, target(name))),
  };
}

/** Writes bytes to a file of their own, flushed, and hands it on to be placed. Nothing is left of it after that. */
async function writing<Placed>(
  incoming: string,
  bytes: Uint8Array,
  place: (file: string) => Promise<Placed>,
): Promise<Placed> {
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  const file = path.join(incoming, `${randomUUID()}.part`);
  try {
    const handle = await open(file, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    return await place(file);
  } finally {
    await rm(file, { force: true });
  }
}

/** The paths of all files in `<root>/<folder>`, none where there is no such folder. */
export async function* filesInDirectory(root: string, folder: string): AsyncGenerator<string> {
  const top = path.join(root, folder);
  const entries = await readdir(top, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  for (const entry of entries)
    if (entry.isFile()) yield path.relative(top, path.join(entry.parentPath, entry.name)).split(path.sep).join('/');
}
