import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs';
import { mkdir, open, readdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { BackupRefused } from '../backup-refused';

/** The list of all other files, a line each: SHA-256, bytes, path. */
export const LIST = 'files.txt';

/** A file of a backup. */
export interface WrittenFile {
  readonly path: string;
  /** SHA-256 in hexadecimal. */
  readonly digest: string;
  readonly bytes: number;
}

/** Counts and hashes what passes through. */
export class Measured extends Transform {
  readonly #hash = createHash('sha256');
  #bytes = 0;

  override _transform(chunk: Uint8Array, _: unknown, next: (error: null, chunk: Uint8Array) => void): void {
    this.#hash.update(chunk);
    this.#bytes += chunk.length;
    next(null, chunk);
  }

  /** What has passed, when all has. Call it once. */
  measure(): { readonly digest: string; readonly bytes: number } {
    return { digest: this.#hash.digest('hex'), bytes: this.#bytes };
  }
}

/** Writes the files of a backup and their list. */
export class FileWriter {
  readonly #list: WriteStream;
  readonly #listed = new Measured();
  #files = 0;

  /** @param folder that is there and empty */
  constructor(private readonly folder: string) {
    this.#list = createWriteStream(path.join(folder, LIST), { mode: 0o600, flags: 'wx', flush: true });
    this.#listed.pipe(this.#list);
  }

  /** @param name path below the folder, with slashes */
  async write(name: string, bytes: Readable): Promise<WrittenFile> {
    const target = path.join(this.folder, ...name.split('/'));
    await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
    const measured = new Measured();
    await pipeline(bytes, measured, createWriteStream(target, { mode: 0o600, flags: 'wx', flush: true }));
    const { digest, bytes: size } = measured.measure();
    this.#files += 1;
    if (!this.#listed.write(`${digest} ${String(size)} ${name}\n`)) await once(this.#listed, 'drain');
    return { path: name, digest, bytes: size };
  }

  /** Ends the list. @returns its digest, and how many files it names */
  async end(): Promise<{ readonly digest: string; readonly files: number }> {
    this.#listed.end();
    await once(this.#list, 'close');
    return { digest: this.#listed.measure().digest, files: this.#files };
  }
}

/** Writes a file that is there whole or not at all. */
export async function writeWhole(file: string, text: string): Promise<void> {
  const handle = await open(`${file}.part`, 'w', 0o600);
  await handle.writeFile(text);
  await handle.sync();
  await handle.close();
  await rename(`${file}.part`, file);
}

/** The files that a list names, in its order. @throws BackupRefused */
export async function* listedFiles(folder: string): AsyncGenerator<WrittenFile> {
  const input = createReadStream(path.join(folder, LIST));
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    const [, digest, bytes, name] = /^([0-9a-f]{64}) (\d{1,15}) (\S.*)$/.exec(line) ?? [];
    if (digest === undefined || name === undefined || name.split('/').includes('..') || path.isAbsolute(name))
      throw new BackupRefused('manifest-malformed', LIST);
    yield { path: name, digest, bytes: Number(bytes) };
  }
}

/** Hashes a file. @throws BackupRefused `file-missing` */
export async function measureFile(file: string): Promise<{ readonly digest: string; readonly bytes: number }> {
  const measured = new Measured();
  const input = createReadStream(file);
  measured.resume();
  await pipeline(input, measured).catch((error: unknown) => {
    throw isMissing(error) ? new BackupRefused('file-missing', path.basename(file)) : error;
  });
  return measured.measure();
}

/** All files below a folder by their paths with slashes; none where there is no such folder. */
export async function* filesBelow(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  for (const entry of entries) {
    if (entry.isDirectory())
      for await (const below of filesBelow(path.join(folder, entry.name))) yield `${entry.name}/${below}`;
    else if (entry.isFile()) yield entry.name;
  }
}

export const isMissing = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
