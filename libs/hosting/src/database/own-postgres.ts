import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  EmbeddedPostgresError,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from '@parley/embedded-postgres';
import { StartError } from '../process/start-error';

const OUTSIDE = '/var/lib/parley';

/** How a PostgreSQL of the installation's own is started. */
export interface OwnPostgresOptions extends Pick<EmbeddedPostgresOptions, 'port'> {
  /** Whether the data folder has had a record, which must not be begun anew. */
  readonly hasRecord: boolean;
}

/**
 * Starts a PostgreSQL of the installation's own in its data folder. It does not run as root, and its user may have no
 * access to root's folders. Then its cluster lies outside of them, and the data folder says where.
 * @throws StartError with one sentence
 */
export async function startOwnPostgres(dataDir: string, options: OwnPostgresOptions): Promise<EmbeddedPostgres> {
  try {
    return await startInside(dataDir, options);
  } catch (error) {
    throw error instanceof EmbeddedPostgresError ? new StartError(error.message) : error;
  }
}

async function startInside(dataDir: string, { hasRecord, ...where }: OwnPostgresOptions): Promise<EmbeddedPostgres> {
  const note = path.join(dataDir, 'postgres-is-at');
  const start = async (place: string): Promise<EmbeddedPostgres> => {
    try {
      return await startEmbeddedPostgres({ dataDir: place, mustExist: hasRecord, ...where });
    } catch (error) {
      if (error instanceof EmbeddedPostgresError && error.problem === 'data-missing') throw lostRecord(dataDir, place);
      throw error;
    }
  };
  const inside = path.join(dataDir, 'postgres');
  if (existsSync(note) && !existsSync(inside)) return start(readFileSync(note, 'utf8').trim());
  try {
    return await start(inside);
  } catch (error) {
    if (!(error instanceof EmbeddedPostgresError && error.problem === 'data-folder-closed')) throw error;
    const outside = path.join(OUTSIDE, createHash('sha256').update(dataDir).digest('hex').slice(0, 16));
    if (!hasRecord) writeFileSync(note, `${outside}\n`);
    return start(outside);
  }
}

const lostRecord = (dataDir: string, place: string): StartError =>
  new StartError(
    `The data folder ${dataDir} was in use before, but its record is missing: there are no PostgreSQL data in ` +
      `${place}. Put them back from a backup, set PARLEY_DATABASE_URL if the record is in a database of your own, or ` +
      'name another folder with PARLEY_DATA_DIR to begin a new record.',
  );
