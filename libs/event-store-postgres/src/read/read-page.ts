import {
  PositionBeyondHeadError,
  type Page,
  type Position,
  type ReadAllOptions,
  type RecordedEvent,
} from '@parley/event-store';
import type { Pool } from 'pg';
import { EVENT_COLUMNS, recordedEventOf, type EventRow } from './event-row';

/**
 * Head and events come from one statement, hence one snapshot: what the head counts and the page lacks was filtered
 * out. Materialized, because the planner would look for the head anew for every row; and not sorted again, because what
 * comes in order from the index would go through a file on the disk for it. Both together cost eight times what the
 * page itself does. The filter is in a coalesce, of which the planner believes that every second row passes: for a
 * category that it knows to be rare it would otherwise sort the whole rest of the record.
 */
const pageText = (filter: string): string => `
  WITH h AS MATERIALIZED (SELECT event_store.newest_position() AS head)
  SELECT h.head, e.* FROM h LEFT JOIN LATERAL (
    SELECT ${EVENT_COLUMNS} FROM event_store.events e WHERE e.position > $1 ${filter} ORDER BY e.position LIMIT $2
  ) e ON true`;

export const PAGE = { name: 'event-store-page', text: pageText('') };
export const FILTERED_PAGE = {
  name: 'event-store-filtered-page',
  text: pageText(`AND coalesce(e.category = ANY ($3) OR split_part(e.category, '.', 1) = ANY ($3), false)`),
};

type PageRow = { readonly head: string } & (EventRow | { readonly position: null });

/**
 * A page of the one order, by keyset. Positions have no gap, so a page that is not full has seen everything up to the
 * head.
 * @throws PositionBeyondHeadError for a position that this store never gave
 */
export async function readPage(
  pool: Pool,
  { after, limit, categories }: ReadAllOptions & { readonly after: Position },
): Promise<Page> {
  const query =
    categories === undefined
      ? { ...PAGE, values: [after, limit] }
      : { ...FILTERED_PAGE, values: [after, limit, categories] };
  const { rows } = await pool.query<PageRow>(query);
  const head = rows[0]?.head as Position | undefined;
  if (head === undefined) throw new Error('event_store.newest_position gave no answer');
  if (BigInt(after) > BigInt(head)) throw new PositionBeyondHeadError(after, head);
  const events = eventsOf(rows, after);
  const last = events.length < limit ? head : (events.at(-1)?.position ?? after);
  return { events, position: last, caughtUp: last === head };
}

/** SQL promises no order of what it joins, so it is not taken on trust. */
function eventsOf(rows: readonly PageRow[], after: Position): readonly RecordedEvent[] {
  const events: RecordedEvent[] = [];
  let before: string = after;
  for (const row of rows) {
    if (row.position === null) continue;
    if (!liesBehind(row.position, before)) throw new Error(`a page has position ${row.position} behind ${before}`);
    before = row.position;
    events.push(recordedEventOf(row));
  }
  return events;
}

/**
 * Of two whole numbers as text the longer is greater; a BigInt for each row would cost more than the rest of the look.
 */
const liesBehind = (position: string, other: string): boolean =>
  position.length > other.length || (position.length === other.length && position > other);
