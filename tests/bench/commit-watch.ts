import { Client } from 'pg';

export interface WatchedTable {
  /** Address for a role that may make triggers and functions. */
  readonly databaseUrl: string;
  /** With its schema. */
  readonly table: string;
  /** SQL over `NEW` that gives the name of a new row. */
  readonly name: string;
  /** SQL condition on the new rows that are told of; all when left out. */
  readonly when?: string;
}

export interface CommitWatch {
  stop(): Promise<void>;
}

const CHANNEL = 'bench_row';

/** Hears from the database itself when new rows are committed, so that no queries for them disturb the measurement. */
export async function watchCommits(
  { databaseUrl, table, name, when = 'true' }: WatchedTable,
  heard: (name: string) => void,
): Promise<CommitWatch> {
  const client = new Client({ connectionString: databaseUrl });
  // The server may end before a closed connection has gone.
  client.on('error', () => undefined);
  client.on('notification', ({ payload }) => {
    if (payload !== undefined) heard(payload);
  });
  await client.connect();
  await client.query(`
    CREATE FUNCTION public.${CHANNEL}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_notify('${CHANNEL}', ${name}); RETURN NULL; END $$;
    CREATE TRIGGER ${CHANNEL} AFTER INSERT ON ${table} FOR EACH ROW WHEN (${when}) EXECUTE FUNCTION public.${CHANNEL}();
    LISTEN ${CHANNEL}`);
  return { stop: () => client.end() };
}
