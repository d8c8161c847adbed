import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { known, type Bag } from './bag';

/** Opens the folder of a bag that was unpacked. */
export async function openFolder(folder: string): Promise<Bag> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Map(
    entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [path.relative(folder, file).split(path.sep).join('/'), file]),
  );
  return {
    paths: [...files.keys()],
    open: async (file) => createReadStream(known(files, file)),
    close: () => undefined,
  };
}
