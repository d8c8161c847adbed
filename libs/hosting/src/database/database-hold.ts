import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { StartError } from '../process/start-error';
import { databaseTime } from './database-time';

/** Another running Parley has the database. */
export class DatabaseTakenError extends StartError {}

/** Keeps a database to this process alone. */
export interface DatabaseHold {
  /** The database's clock, in milliseconds since 1970. @throws what `pg` throws when it does not answer */
  time(): Promise<number>;
  /**
   * When the newest entry of the record was made, in milliseconds since 1970; `undefined` when there is none. The event
   * store has to be installed.
   */
  newestEntry(): Promise<number | undefined>;
  release(): Promise<void>;
}

/** It brought `WITH SET TRUE`, by which the event store's owner is nobody's login. */
const OLDEST = 16;
/** A Parley of one process holds it alone; services and whoever prepares their database hold it together. */
export const INSTALLATION_LOCK = 7_031_963;
const PATIENCE_MS = 5_000;
/** By then the connection of a predecessor that was killed is closed. */
const PREDECESSOR_MS = 3_000;

/**
 * Takes a database for this process: a second one on the same record would fire each default twice as often and give
 * the services' roles other passwords. One connection holds it, so it is free again however the process ends.
 * @param name of the database, for sentences; without the password
 * @param lost is called with one sentence when the database has gone away
 * @throws StartError when it cannot be reached, is too old, or is held by another process
 */
export async function holdDatabase(url: string, name: string, lost: (sentence: string) => void): Promise<DatabaseHold> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: PATIENCE_MS,
    keepAlive: true,
    application_name: 'parley-hold',
  });
  let released = false;
  let isHeld = false;
  const gone = (): void => {
    if (isHeld && !released)
      lost(
        `The connection to the database at ${name} was lost; what was acknowledged is kept, and the next ` +
          'start goes on from it.',
      );
    released = true;
  };
  client.on('error', gone).on('end', gone);
  const release = async (): Promise<void> => {
    released = true;
    await client.end();
  };
  await client.connect().catch((error: unknown) => {
    throw new StartError(`The database at ${name} cannot be used: ${messageOf(error)}; see PARLEY_DATABASE_URL.`);
  });
  try {
    await refuseTooOld(client, name);
    await take(client, name);
  } catch (error) {
    await release();
    throw error;
  }
  isHeld = true;
  return {
    release,
    time: () => databaseTime(async (sql) => (await client.query<{ now: number }>(sql)).rows),
    newestEntry: async () => {
      const { rows } = await client.query<{ at: string }>(
        `SELECT header::json ->> 'recordedAt' AS at FROM event_store.events ORDER BY position DESC LIMIT 1`,
      );
      return rows[0] && Date.parse(rows[0].at);
    },
  };
}

async function refuseTooOld(client: Client, name: string): Promise<void> {
  const { rows } = await client.query<{ version: number }>(
    `SELECT current_setting('server_version_num')::int / 10000 AS version`,
  );
  const version = rows[0]?.version ?? 0;
  if (version < OLDEST)
    throw new StartError(
      `The database at ${name} is PostgreSQL ${String(version)}; Parley needs ${String(OLDEST)} or newer.`,
    );
}

async function take(client: Client, name: string): Promise<void> {
  for (let waited = 0; waited < PREDECESSOR_MS; waited += 100) {
    const { rows } = await client.query<{ locked: boolean }>('SELECT pg_try_advisory_lock($1) AS locked', [
      INSTALLATION_LOCK,
    ]);
    if (rows[0]?.locked) return;
    await delay(100);
  }
  throw new DatabaseTakenError(
    `The database at ${name} is in use by another running Parley; stop that one, or name another database ` +
      'with PARLEY_DATABASE_URL.',
  );
}

const messageOf = (error: unknown): string =>
  error instanceof AggregateError
    ? error.errors.map((each: Error) => each.message).join(', ')
    : error instanceof Error
      ? error.message
      : String(error);
