import { createHash } from 'node:crypto';
import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Replica } from '@parley/transparency';
import { NotAsked, named } from '../report/not-asked';
import { MIRROR } from '../sources/log-source';
import { codeOf, readIfThere } from '../sources/read-file';

/** The folder of a mirror. A file in it is whole or is not there, wherever the mirror was cut off. */
export class MirrorFolder implements Replica {
  constructor(private readonly folder: string) {}

  /** A file of the log, by its path there. */
  readonly read = (file: string): Promise<Uint8Array | undefined> => this.readOwn(path.join(MIRROR.log, file));

  /** Keeps a file of the log. */
  readonly write = (file: string, bytes: Uint8Array): Promise<void> => this.put(path.join(MIRROR.log, file), bytes);

  /** A file of the mirror itself. */
  readOwn(name: string): Promise<Uint8Array | undefined> {
    return readIfThere(path.join(this.folder, name));
  }

  /** The names of the files in a folder of the mirror that end so, without that ending. */
  async names(folder: string, ending: string): Promise<readonly string[]> {
    const files = await readdir(path.join(this.folder, folder)).catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return [];
      throw new NotAsked('file-unreadable', named(`${folder}: ${codeOf(error)}`));
    });
    return files.filter((file) => file.endsWith(ending)).map((file) => file.slice(0, -ending.length));
  }

  /** Keeps a file of the mirror itself. @throws NotAsked `file-unwritable` */
  async put(name: string, content: string | Uint8Array): Promise<void> {
    const file = path.join(this.folder, name);
    try {
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(`${file}.part`, content, { flush: true });
      await rename(`${file}.part`, file);
    } catch (error) {
      throw new NotAsked('file-unwritable', named(`${file}: ${codeOf(error)}`));
    }
  }

  /** Keeps what was refused, by its content, so that nothing of it is written over. @returns where it lies */
  async keepRefused(kind: string, content: string | Uint8Array): Promise<string> {
    const digest = createHash('sha256').update(content).digest('hex').slice(0, 16);
    const name = path.join(MIRROR.refused, `${kind}-${digest}`);
    await this.put(name, content);
    return path.join(this.folder, name);
  }
}
