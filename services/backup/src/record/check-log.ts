import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { LogSecrets } from '@parley/audit';
import {
  CHECKPOINT_PATH,
  LogRefused,
  nodeChecks,
  parsePolicy,
  readEntries,
  TILE_WIDTH,
  verifyLog,
  type Checkpoint,
  type ReadLogFile,
} from '@parley/transparency';
import { BackupRefused } from '../backup-refused';
import { isMissing } from '../format/written-files';

/** A checkpoint as the table of them has it. */
export interface KeptCheckpoint {
  readonly events: number;
  /** Entries before it, and with it. */
  readonly first: number;
  readonly size: number;
}

/** Reads the files of a log that lies in a folder. */
export const logFilesIn =
  (folder: string): ReadLogFile =>
  async (name) =>
    readFile(path.join(folder, ...name.split('/'))).catch((error: unknown) => {
      if (isMissing(error)) return undefined;
      throw error;
    });

/**
 * Hashes the log of a backup again, every entry and tile, and judges its checkpoint by the key of the log alone: what
 * witnesses know of it is compared apart.
 * @param policy of the log, of which the cosignatures are left out
 * @throws BackupRefused `log-differs`
 */
export async function checkTree(read: ReadLogFile, policy: string, size: number): Promise<Checkpoint> {
  try {
    const alone = policy.replace(/^quorum .*$/m, 'quorum none');
    const { checkpoint } = await verifyLog(nodeChecks, await parsePolicy(nodeChecks.digest, alone), read);
    if (checkpoint.size === size) return checkpoint;
    throw new BackupRefused(
      'log-differs',
      `${CHECKPOINT_PATH}: ${String(checkpoint.size)} entries, not ${String(size)}`,
    );
  } catch (error) {
    if (error instanceof LogRefused) throw new BackupRefused('log-differs', error.message);
    throw error;
  }
}

/**
 * Compares each event with its entry, and each blank. It takes the secrets of the log, from which salts follow.
 * @param commitments of all events, in the order of the store
 * @returns how many events stand behind the last checkpoint
 * @throws BackupRefused `log-differs`
 */
export async function checkEntries(
  read: ReadLogFile,
  secrets: LogSecrets,
  checkpoints: AsyncIterable<KeptCheckpoint>,
  commitments: AsyncGenerator<string>,
  logSize: number,
): Promise<number> {
  let bundle: { readonly index: number; readonly entries: readonly Uint8Array[] } = { index: -1, entries: [] };
  const entryAt = async (place: number): Promise<Uint8Array | undefined> => {
    const index = Math.floor(place / TILE_WIDTH);
    if (bundle.index !== index) bundle = { index, entries: await readEntries(read, index, logSize) };
    return bundle.entries[place % TILE_WIDTH];
  };
  for await (const { events, first, size } of checkpoints)
    for (let place = first; place < size; place += 1) {
      const isEvent = place < first + events;
      const next = isEvent ? await commitments.next() : undefined;
      if (next?.done === true) throw new BackupRefused('log-differs', `entry ${String(place)}: its event is gone`);
      const salted = next
        ? secrets.entryOf(next.value as Parameters<LogSecrets['entryOf']>[0])
        : secrets.blankAt(place);
      if (!Buffer.from(salted.entry).equals((await entryAt(place)) ?? new Uint8Array()))
        throw new BackupRefused('log-differs', `entry ${String(place)}`);
    }
  return count(commitments);
}

/** Goes through all of them. */
export async function count(commitments: AsyncIterable<string>): Promise<number> {
  let found = 0;
  for await (const commitment of commitments) if (commitment) found += 1;
  return found;
}
