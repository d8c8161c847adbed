import { open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { named, NotAsked } from '../report/not-asked';
import { codeOf } from '../sources/read-file';

/** Writes what was handed out into a file, which is whole or not there. @throws NotAsked `file-unwritable` */
export async function keep(file: string, content: string | Uint8Array): Promise<void> {
  try {
    if (await isOther(file)) await writeFile(file, content);
    else {
      await writeFile(partOf(file), content, { flush: true });
      await rename(partOf(file), file);
    }
  } catch (error) {
    throw await unwritable(file, error);
  }
}

/** Finds out that a file can be kept, before something is done that cannot be done twice. @throws as `keep` does */
export async function canKeep(file: string): Promise<void> {
  try {
    const isPart = !(await isOther(file));
    await (await open(isPart ? partOf(file) : file, 'a')).close();
    if (isPart) await rm(partOf(file));
  } catch (error) {
    throw await unwritable(file, error);
  }
}

const partOf = (file: string): string => `${file}.part`;

/** A device or a pipe is written to as it is, a folder not at all; none of them is replaced. */
async function isOther(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => undefined);
  return found !== undefined && !found.isFile();
}

async function unwritable(file: string, error: unknown): Promise<NotAsked> {
  await rm(partOf(file), { force: true }).catch(() => undefined);
  return new NotAsked('file-unwritable', named(`${file}: ${codeOf(error)}`));
}
