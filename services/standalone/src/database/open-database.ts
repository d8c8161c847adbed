import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { EmbeddedPostgresError, startEmbeddedPostgres } from '@parley/platform';
import { Client } from 'pg';
import { StartError } from '../startup/start-error';

export interface AdminDatabase {
  /** Of a role that may create roles and schemas. */
  readonly url: string;
  stop(): Promise<void>;
}

const OUTSIDE = '/var/lib/parley';
const PATIENCE_MS = 5_000;

/** The database given by its address, or a PostgreSQL of our own in the data folder. @throws StartError with one sentence */
export async function openDatabase(dataDir: string, databaseUrl: URL | undefined): Promise<AdminDatabase> {
  if (databaseUrl) {
    await reach(databaseUrl);
    return { url: databaseUrl.href, stop: () => Promise.resolve() };
  }
  try {
    return await startInside(dataDir);
  } catch (error) {
    if (error instanceof EmbeddedPostgresError) throw new StartError(error.message);
    throw error;
  }
}

/**
 * PostgreSQL does not run as root, and the user that it runs as may be kept out of root's folders. Then its cluster lies
 * outside of them, and the data folder says where.
 */
async function startInside(dataDir: string): Promise<AdminDatabase> {
  try {
    return await startEmbeddedPostgres({ dataDir: path.join(dataDir, 'postgres') });
  } catch (error) {
    if (!(error instanceof EmbeddedPostgresError && error.problem === 'data-folder-closed')) throw error;
    const outside = path.join(OUTSIDE, createHash('sha256').update(dataDir).digest('hex').slice(0, 16));
    writeFileSync(path.join(dataDir, 'postgres-is-at'), `${outside}\n`);
    return startEmbeddedPostgres({ dataDir: outside });
  }
}

async function reach(databaseUrl: URL): Promise<void> {
  const client = new Client({ connectionString: databaseUrl.href, connectionTimeoutMillis: PATIENCE_MS });
  try {
    await client.connect();
  } catch (error) {
    const why = error instanceof AggregateError ? error.errors.map((each: Error) => each.message).join(', ') : (error as Error).message;
    throw new StartError(`The database at ${databaseUrl.host} cannot be used: ${why}; see PARLEY_DATABASE_URL.`);
  }
  await client.end();
}
