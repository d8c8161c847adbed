import { hash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import {
  nodeChecks,
  openCheckpoint,
  openNote,
  type Checkpoint,
  type NoteKey,
  type WitnessMemory,
} from '@parley/transparency';
import { flushFolder, hasCode, placeFile } from './place-file';
import { WitnessRefused } from './witness-refused';

/** How the address of a log's checkpoints names it (C2SP tlog-witness). */
export const originHash = (origin: string): string => hash('sha256', origin);

/** A checkpoint that was cosigned, and its number: 1 for the first of its log. */
interface Kept {
  readonly n: number;
  readonly note: string;
  readonly checkpoint: Checkpoint;
}

/**
 * What a witness has cosigned last, of each log: one file, whose name is a number. The next is kept by the file of the
 * next number, which only one writer can make. So two processes on one folder do not cosign two pasts either.
 */
export class KeptCheckpoints implements WitnessMemory {
  /** The highest number that this process has seen of each log. What is lost or set back under it is noticed. */
  readonly #seen = new Map<string, number>();

  /** @param folder that `makeKey` has made */
  constructor(
    private readonly folder: string,
    private readonly own: NoteKey,
    private readonly logs: readonly NoteKey[],
  ) {}

  /** @throws WitnessRefused where the folder is gone: a key without its state must not sign */
  async check(): Promise<void> {
    const found = await stat(this.folder).catch(() => undefined);
    if (!found?.isDirectory())
      throw new WitnessRefused(`${this.folder} is gone: this key has lost its state and must not sign again.`);
    for (const { name } of this.logs) await this.last(name);
  }

  async last(origin: string): Promise<Checkpoint | undefined> {
    return (await this.#newest(origin))?.checkpoint;
  }

  /** The checkpoint that was cosigned last, with the signature of its log and the cosignature. */
  async note(origin: string): Promise<string | undefined> {
    return (await this.#newest(origin))?.note;
  }

  async keep({ origin }: Checkpoint, before: Checkpoint | undefined, note: string): Promise<boolean> {
    const last = await this.#newest(origin);
    if (!isSame(last?.checkpoint, before)) return false;
    const n = (last?.n ?? 0) + 1;
    const folder = this.#folderOf(origin);
    if (!last) {
      // Not with its parents: a state that is gone is not made again.
      await mkdir(folder, { mode: 0o700 }).catch((error: unknown) => {
        if (!hasCode(error, 'EEXIST')) throw error;
      });
      await flushFolder(this.folder);
    }
    if (!(await placeFile(path.join(folder, String(n)), note))) return false;
    this.#see(origin, n);
    // Who was slow may have made a number again that others have left behind. Theirs is the last.
    const numbers = await this.#numbers(origin);
    if (numbers.some((other) => other > n)) {
      await rm(path.join(folder, String(n)), { force: true });
      return false;
    }
    // The one before stays, so that whoever lists the folder at this moment finds one of the two.
    for (const old of numbers.filter((other) => other < n - 1))
      await rm(path.join(folder, String(old)), { force: true });
    return true;
  }

  /** @throws WitnessRefused for a file that is not what this witness wrote: it does not sign beside it */
  async #newest(origin: string): Promise<Kept | undefined> {
    for (let tries = 0; tries < 100; tries += 1) {
      const seen = this.#seen.get(origin) ?? 0;
      const n = Math.max(0, ...(await this.#numbers(origin)));
      if (n < seen) throw new WitnessRefused(`${this.#folderOf(origin)} was set back: this key must not sign again.`);
      if (n === 0) return undefined;
      this.#see(origin, n);
      const file = path.join(this.#folderOf(origin), String(n));
      const note = await readFile(file, 'utf8').catch((error: unknown) => {
        if (hasCode(error, 'ENOENT')) return undefined;
        throw error;
      });
      // It was replaced between the two looks.
      if (note === undefined) continue;
      return { n, note, checkpoint: await this.#opened(file, origin, note) };
    }
    throw new Error(`${this.#folderOf(origin)} changes too fast`);
  }

  #see(origin: string, n: number): void {
    this.#seen.set(origin, Math.max(n, this.#seen.get(origin) ?? 0));
  }

  async #opened(file: string, origin: string, note: string): Promise<Checkpoint> {
    const key = this.logs.find(({ name }) => name === origin);
    try {
      if (!key) throw new Error(`the log ${origin} is not witnessed`);
      await openNote(nodeChecks, note, [this.own]);
      return await openCheckpoint(nodeChecks, note, key);
    } catch (error) {
      throw new WitnessRefused(`${file} is not what this witness wrote: ${String(error)}`);
    }
  }

  async #numbers(origin: string): Promise<readonly number[]> {
    const names = await readdir(this.#folderOf(origin)).catch((error: unknown) => {
      if (hasCode(error, 'ENOENT')) return [];
      throw error;
    });
    return names.filter((name) => /^[1-9]\d*$/.test(name)).map(Number);
  }

  #folderOf(origin: string): string {
    return path.join(this.folder, originHash(origin));
  }
}

const isSame = (one: Checkpoint | undefined, other: Checkpoint | undefined): boolean =>
  one?.size === other?.size && Buffer.from(one?.root ?? []).equals(Buffer.from(other?.root ?? []));
