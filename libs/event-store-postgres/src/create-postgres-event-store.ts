import type { Clock } from '@parley/kernel';
import { Pool } from 'pg';
import { PostgresEventStore } from './postgres-event-store';

export type PostgresEventStoreOptions = PostgresConnection & {
  readonly clock: Clock;
  /** How often followers look for themselves, should every wake-up get lost; 500 ms when left out. */
  readonly pollMs?: number;
};

/** Of the context's own role. A pool that is passed in stays the caller's to end. */
export type PostgresConnection = { readonly connectionString: string } | { readonly pool: Pool };

const POOL_SIZE = 10;
const POLL_MS = 500;

/** Opens the record that `installEventStore` has made. Nothing is connected until it is used. */
export function createPostgresEventStore(options: PostgresEventStoreOptions): PostgresEventStore {
  const { clock, pollMs = POLL_MS } = options;
  if ('pool' in options) return new PostgresEventStore(options.pool, clock, pollMs);
  const pool = new Pool({ connectionString: options.connectionString, max: POOL_SIZE, application_name: 'parley-event-store' });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  return new PostgresEventStore(pool, clock, pollMs, () => pool.end());
}
