import type { Clock } from '@parley/kernel';
import { Pool } from 'pg';
import { PostgresEventStore } from './postgres-event-store';

export type PostgresEventStoreOptions = PostgresConnection & {
  readonly clock: Clock;
  /** How often followers look for themselves, should every wake-up get lost; 500 ms when left out. */
  readonly pollMs?: number;
  /**
   * Least milliseconds between two wake-ups of the followers; 50 when left out. Each costs every follower a read, and
   * twenty followers in one process would leave the appends little of the machine; a process with a few can do with
   * less, and lags less behind.
   */
  readonly wakeSpacingMs?: number;
  /**
   * Milliseconds that the database may take for a statement, before it gives it up itself; a line on which nothing
   * comes for a third longer counts as broken. 15,000 when left out, and 4,000 for an append. A pool that is passed in
   * has its own.
   */
  readonly patienceMs?: number;
};

/** Of the context's own role. A pool that is passed in stays the caller's to end. */
export type PostgresConnection = { readonly connectionString: string } | { readonly pool: Pool };

const POOL_SIZE = 10;
const POLL_MS = 500;
const WAKE_SPACING_MS = 50;
const PATIENCE_MS = 15_000;
const CONNECT_MS = 5_000;

/** Opens the record that `installEventStore` has made. Nothing is connected until it is used. */
export function createPostgresEventStore(options: PostgresEventStoreOptions): PostgresEventStore {
  const { clock, pollMs = POLL_MS, wakeSpacingMs = WAKE_SPACING_MS, patienceMs = PATIENCE_MS } = options;
  const times = { pollMs, wakeSpacingMs };
  if ('pool' in options) return new PostgresEventStore(options.pool, clock, times);
  const pool = new Pool({
    connectionString: options.connectionString,
    max: POOL_SIZE,
    application_name: 'parley-event-store',
    // A line can go without either end being told, and whoever waited on it would wait for ever.
    keepAlive: true,
    keepAliveInitialDelayMillis: patienceMs,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: patienceMs,
    query_timeout: (patienceMs * 4) / 3,
  });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  return new PostgresEventStore(pool, clock, times, () => pool.end());
}
