import type { Pool } from 'pg';
import { settled } from './settled';

const FILINGS = 300;
const IN_FLIGHT = 4;
/** A statement is named when there is at least this many of it per filing. */
const FEW = 0.05;
const WIDTH = 110;

/**
 * Counts of what so many filings and their consequences left behind. The machine's speed changes only the number of
 * pages.
 */
export interface FilingCounts {
  readonly filings: number;
  /** Recorded events by stream's category and type. */
  readonly events: ReadonlyMap<string, number>;
  /** Calls by statement, the most frequent first. */
  readonly statements: ReadonlyMap<string, number>;
  /** Committed transactions, of one statement or more. */
  readonly transactions: number;
}

/** Files so many times, and counts in the database until every follower is level. */
export async function countFilings(pool: Pool, file: () => Promise<void>): Promise<FilingCounts> {
  await settled(pool);
  await pool.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements');
  const position = await one(pool, 'SELECT coalesce(max(position), 0)::text AS value FROM event_store.events');
  const committed = await transactions(pool);
  await pool.query('SELECT pg_stat_statements_reset()');
  let left = FILINGS;
  const loop = async (): Promise<void> => {
    while (left-- > 0) await file();
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, loop));
  await settled(pool);
  const statements = await pool.query<{ query: string; calls: string }>(
    `SELECT query, sum(calls)::text AS calls FROM pg_stat_statements JOIN pg_database ON dbid = pg_database.oid
     WHERE datname = current_database() AND query NOT LIKE '%pg_stat_%' AND query NOT LIKE '%information_schema%'
       AND query NOT LIKE '%UNION ALL SELECT%checkpoint%' GROUP BY query ORDER BY sum(calls) DESC`,
  );
  const after = await transactions(pool);
  const events = await pool.query<{ name: string; count: string }>(
    `SELECT category || ' ' || type AS name, count(*)::text AS count FROM event_store.events
     WHERE position > $1 GROUP BY 1 ORDER BY count(*) DESC, 1`,
    [position],
  );
  return {
    filings: FILINGS,
    events: new Map(events.rows.map(({ name, count }) => [name, Number(count)])),
    statements: new Map(statements.rows.map(({ query, calls }) => [query, Number(calls)])),
    transactions: after - committed,
  };
}

/** Prints the counts of one filing. */
export function printCounts({ filings, events, statements, transactions: committed }: FilingCounts): void {
  const sum = (counts: ReadonlyMap<string, number>): number =>
    [...counts.values()].reduce((all, each) => all + each, 0);
  const each = (count: number): string => (count / filings).toFixed(2).padStart(7);
  console.log(
    `\na filing, counted over ${String(filings)} with ${String(IN_FLIGHT)} in flight: ${each(sum(events)).trim()} events, ` +
      `${each(sum(statements)).trim()} statements, ${each(committed).trim()} transactions`,
  );
  for (const [name, count] of events) console.log(`  ${each(count)}  ${name}`);
  for (const [query, count] of statements)
    if (count / filings >= FEW) console.log(`  ${each(count)}  ${query.replaceAll(/\s+/g, ' ').slice(0, WIDTH)}`);
}

const transactions = async (pool: Pool): Promise<number> =>
  Number(await one(pool, 'SELECT xact_commit::text AS value FROM pg_stat_database WHERE datname = current_database()'));

async function one(pool: Pool, sql: string): Promise<string> {
  const { rows } = await pool.query<{ value: string }>(sql);
  return rows[0]?.value ?? '0';
}
