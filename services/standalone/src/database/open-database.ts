import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { holdDatabase, StartError } from '@parley/hosting/installation';
import { EmbeddedPostgresError, startEmbeddedPostgres } from '@parley/platform';

export interface AdminDatabase {
  /** Of a role that may create roles and schemas. */
  readonly url: string;
  stop(): Promise<void>;
}

const OUTSIDE = '/var/lib/parley';

/**
 * The database given by its address, or a PostgreSQL of our own in the data folder; in either case for this process alone.
 * @param lost is told in one sentence when it has gone away
 * @throws StartError with one sentence
 */
export async function openDatabase(dataDir: string, databaseUrl: URL | undefined, lost: (sentence: string) => void): Promise<AdminDatabase> {
  if (databaseUrl) {
    const hold = await holdDatabase(databaseUrl.href, `${databaseUrl.host}${databaseUrl.pathname}`, lost);
    return { url: databaseUrl.href, stop: () => hold.release() };
  }
  const server = await startInside(dataDir).catch((error: unknown) => {
    throw error instanceof EmbeddedPostgresError ? new StartError(error.message) : error;
  });
  try {
    const hold = await holdDatabase(server.url, dataDir, lost);
    const stop = async (): Promise<void> => {
      await hold.release();
      await server.stop();
    };
    return { url: server.url, stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/**
 * PostgreSQL does not run as root, and the user that it runs as may be kept out of root's folders. Then its cluster lies
 * outside of them, and the data folder says where.
 */
async function startInside(dataDir: string): ReturnType<typeof startEmbeddedPostgres> {
  try {
    return await startEmbeddedPostgres({ dataDir: path.join(dataDir, 'postgres') });
  } catch (error) {
    if (!(error instanceof EmbeddedPostgresError && error.problem === 'data-folder-closed')) throw error;
    const outside = path.join(OUTSIDE, createHash('sha256').update(dataDir).digest('hex').slice(0, 16));
    writeFileSync(path.join(dataDir, 'postgres-is-at'), `${outside}\n`);
    return startEmbeddedPostgres({ dataDir: outside });
  }
}
