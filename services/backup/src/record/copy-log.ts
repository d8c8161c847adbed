import path from 'node:path';
import { Readable } from 'node:stream';
import { headPath } from '@parley/audit';
import { CHECKPOINT_PATH, parseTilePath, widthIn } from '@parley/transparency';
import { BackupRefused } from '../backup-refused';
import type { SnapshotLog } from '../database/read-database';
import { filesBelow, type FileWriter } from '../format/written-files';
import { logFilesIn } from './check-log';

/**
 * Copies of the log what the database knew, with the partial files of each checkpoint. A later head would say that the
 * database is older than the files.
 * @param dataDir of the installation
 */
export async function copyLog(files: FileWriter, dataDir: string, log: SnapshotLog): Promise<void> {
  const folder = path.join(dataDir, 'blobs', 'log');
  const read = logFilesIn(folder);
  const keep = (name: string, bytes: Uint8Array) => files.write(`log/${name}`, Readable.from([Buffer.from(bytes)]));
  const keepThere = async (name: string): Promise<void> => {
    const bytes = await read(name);
    if (!bytes) throw new BackupRefused('file-missing', name);
    await keep(name, bytes);
  };
  for await (const below of filesBelow(path.join(folder, 'tile'))) {
    const { level, index, width } = parseTilePath(`tile/${below}`);
    if (widthIn(level, index, log.size) >= width) await keepThere(`tile/${below}`);
  }
  for (let n = 1; n <= log.n; n += 1) await keepThere(headPath(n));
  await keep(CHECKPOINT_PATH, Buffer.from(log.note));
}
