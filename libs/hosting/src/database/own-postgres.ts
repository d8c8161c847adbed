import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  EmbeddedPostgresError,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from '@parley/embedded-postgres';
import { StartError } from '../process/start-error';

const OUTSIDE = '/var/lib/parley';

/**
 * Starts a PostgreSQL of the installation's own in its data folder. It does not run as root, and the user that it runs
 * as may be kept out of root's folders. Then its cluster lies outside of them, and the data folder says where.
 * @param port any free one when left out
 * @throws StartError with one sentence
 */
export async function startOwnPostgres(dataDir: string, port?: number): Promise<EmbeddedPostgres> {
  try {
    return await startInside(dataDir, port === undefined ? {} : { port });
  } catch (error) {
    throw error instanceof EmbeddedPostgresError ? new StartError(error.message) : error;
  }
}

async function startInside(dataDir: string, where: Pick<EmbeddedPostgresOptions, 'port'>): Promise<EmbeddedPostgres> {
  try {
    return await startEmbeddedPostgres({ dataDir: path.join(dataDir, 'postgres'), ...where });
  } catch (error) {
    if (!(error instanceof EmbeddedPostgresError && error.problem === 'data-folder-closed')) throw error;
    const outside = path.join(OUTSIDE, createHash('sha256').update(dataDir).digest('hex').slice(0, 16));
    writeFileSync(path.join(dataDir, 'postgres-is-at'), `${outside}\n`);
    return startEmbeddedPostgres({ dataDir: outside, ...where });
  }
}
