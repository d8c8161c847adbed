import { statfs } from 'node:fs/promises';
import { pause } from '@parley/projections';

/** Bytes that are kept free: PostgreSQL takes a new file of 16 MiB for its log, and ends where it finds no room. */
const LEAST_FREE = 48 * 1024 * 1024;
const LOOK_MS = 1_000;

/** Watches whether the disk of a folder has room, so that acts are refused before the database finds none. */
export class DiskWatch {
  #reason: string | undefined;

  constructor(private readonly folder: string) {}

  /** Why nothing can be kept, in a sentence that anybody may read, or `undefined`. */
  reason(): string | undefined {
    return this.#reason;
  }

  /** Looks again and again, until the signal. */
  async follow(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.#look().catch(() => undefined);
      await pause(LOOK_MS, signal);
    }
  }

  async #look(): Promise<void> {
    const { bavail, bsize } = await statfs(this.folder);
    this.#reason = bavail * bsize < LEAST_FREE ? 'the disk of the data folder is full' : undefined;
  }
}
