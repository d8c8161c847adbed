import { readFile } from 'node:fs/promises';
import { NotAsked, named } from '../report/not-asked';
import { usable } from '../report/unusable';
import { textOf } from './text';

export { textOf } from './text';

/** @throws NotAsked `file-unreadable` */
export async function readBytes(file: string): Promise<Uint8Array> {
  return readFile(file).catch((error: unknown) => {
    throw new NotAsked('file-unreadable', named(`${file}: ${codeOf(error)}`));
  });
}

/** The text of a file. @throws NotAsked `file-unreadable`, Refused `text-malformed` */
export const readText = async (file: string): Promise<string> => textOf(await readBytes(file), file);

/** The text of a file that was given to check by. @throws NotAsked `file-unreadable`, Unusable `text-malformed` */
export const readOwn = (file: string): Promise<string> => usable(() => readText(file));

/** The bytes of a file, or nothing where there is none. @throws NotAsked `file-unreadable` */
export const readIfThere = async (file: string): Promise<Uint8Array | undefined> =>
  readFile(file).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw new NotAsked('file-unreadable', named(`${file}: ${codeOf(error)}`));
  });

/** The code of a failure of the system, such as ENOENT. */
export const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error);
