import type { Position } from '@parley/event-store';
import type { Pool } from 'pg';

const HEAD = { name: 'event-store-head', text: 'SELECT event_store.newest_position() AS position' };

/** The position of the newest event; `0` when there is none. */
export async function readHead(pool: Pool): Promise<Position> {
  const { rows } = await pool.query<{ position: Position }>(HEAD);
  const row = rows[0];
  if (row === undefined) throw new Error('event_store.newest_position gave no answer');
  return row.position;
}
