import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runningPostgres } from '@parley/embedded-postgres';
import { startOwnPostgres } from '@parley/hosting/installation';
import { Client } from 'pg';

/** A database that was reached, and what has to be done with it afterwards. */
export interface ReachedDatabase {
  readonly client: Client;
  readonly close: () => Promise<void>;
}

export async function connect(url: string): Promise<Client> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: 30_000,
    keepAlive: true,
    application_name: 'parley-backup',
  });
  // Its end is told by the statement that is under way.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/**
 * Reaches the database of an installation: the given one, or the PostgreSQL of its own, which is started for the while
 * where no installation runs on it.
 */
export async function reachDatabase(dataDir: string, databaseUrl: string | undefined): Promise<ReachedDatabase> {
  if (databaseUrl !== undefined) {
    const client = await connect(databaseUrl);
    return { client, close: () => client.end() };
  }
  const running = runningPostgres(clusterOf(dataDir));
  if (running) {
    const client = await connect(running.url);
    return { client, close: () => client.end() };
  }
  const server = await startOwnPostgres(dataDir, { hasRecord: true });
  const client = await connect(server.url);
  return {
    client,
    close: async () => {
      await client.end();
      await server.stop();
    },
  };
}

/** Where the cluster lies, which may be outside of a folder that PostgreSQL's own user may not enter. */
function clusterOf(dataDir: string): string {
  const [inside, note] = [path.join(dataDir, 'postgres'), path.join(dataDir, 'postgres-is-at')];
  return !existsSync(inside) && existsSync(note) ? readFileSync(note, 'utf8').trim() : inside;
}
