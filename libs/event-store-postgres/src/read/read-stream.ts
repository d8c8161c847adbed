import type { ReadOptions, RecordedEvent, StreamName } from '@parley/event-store';
import type { Pool } from 'pg';
import { EVENT_COLUMNS, recordedEventOf, type EventRow } from './event-row';

export const READ_STREAM = {
  name: 'event-store-read-stream',
  text:
    `SELECT ${EVENT_COLUMNS} FROM event_store.events e WHERE e.stream = $1 AND e.revision >= $2 ORDER ` +
    'BY e.revision LIMIT $3',
};

export async function readStream(
  pool: Pool,
  stream: StreamName,
  options: ReadOptions,
): Promise<readonly RecordedEvent[]> {
  const { rows } = await pool.query<EventRow>({
    ...READ_STREAM,
    values: [stream, options.from ?? 0, options.limit ?? null],
  });
  return rows.map(recordedEventOf);
}
