import { readFile } from 'node:fs/promises';
import { NotAsked, named } from '../report/not-asked';
import { Refused } from '../report/refused';

/** @throws NotAsked `file-unreadable` */
export async function readBytes(file: string): Promise<Uint8Array> {
  return readFile(file).catch((error: unknown) => {
    throw new NotAsked('file-unreadable', named(`${file}: ${codeOf(error)}`));
  });
}

/** The text of a file. @throws NotAsked `file-unreadable`, Refused `text-malformed` */
export const readText = async (file: string): Promise<string> => textOf(await readBytes(file), file);

/** A text from its UTF-8. Nothing is mended, or two files would say the same. @throws Refused `text-malformed` */
export function textOf(bytes: Uint8Array, about: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Refused('text-malformed', about);
  }
}

/** The bytes of a file, or nothing where there is none. @throws NotAsked `file-unreadable` */
export const readIfThere = async (file: string): Promise<Uint8Array | undefined> =>
  readFile(file).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw new NotAsked('file-unreadable', named(`${file}: ${codeOf(error)}`));
  });

/** The code of a failure of the system, such as ENOENT. */
export const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error);
