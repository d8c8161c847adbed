import path from 'node:path';
import { Readable } from 'node:stream';
import { headPath } from '@parley/audit';
import { CHECKPOINT_PATH, hashesAt, readPlace, tilePath, widthIn, type TilePlace } from '@parley/transparency';
import { BackupRefused } from '../backup-refused';
import type { SnapshotLog } from '../database/read-database';
import type { FileWriter } from '../format/written-files';
import { logFilesIn } from './check-log';

const HASH_BYTES = 32;

/**
 * Copies of the log what the database knew. A later head would say that the database is older than the files.
 * @param dataDir of the installation
 */
export async function copyLog(files: FileWriter, dataDir: string, log: SnapshotLog): Promise<void> {
  const read = logFilesIn(path.join(dataDir, 'blobs', 'log'));
  const keep = (name: string, bytes: Uint8Array) => files.write(`log/${name}`, Readable.from([Buffer.from(bytes)]));
  for (const place of placesOf(log.size)) {
    const found = await readPlace(read, place);
    const bytes = place.level === 'entries' ? bundleBytes(found, place.width) : place.width * HASH_BYTES;
    await keep(tilePath(place), found.subarray(0, bytes));
  }
  for (let n = 1; n <= log.n; n += 1) {
    const bytes = await read(headPath(n));
    if (!bytes) throw new BackupRefused('file-missing', headPath(n));
    await keep(headPath(n), bytes);
  }
  await keep(CHECKPOINT_PATH, Buffer.from(log.note));
}

/** The files of a log of a size. */
function* placesOf(size: number): Generator<TilePlace> {
  const across = function* (level: TilePlace['level']): Generator<TilePlace> {
    for (let index = 0; widthIn(level, index, size) > 0; index += 1)
      yield { level, index, width: widthIn(level, index, size) };
  };
  yield* across('entries');
  for (let level = 0; hashesAt(level, size) > 0; level += 1) yield* across(level);
}

/** How many bytes the first entries of a bundle take, each after its length. */
function bundleBytes(bundle: Uint8Array, entries: number): number {
  let at = 0;
  for (let entry = 0; entry < entries && at < bundle.length; entry += 1)
    at += 2 + (bundle[at] ?? 0) * 256 + (bundle[at + 1] ?? 0);
  return at;
}
