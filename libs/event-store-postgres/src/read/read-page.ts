import {
  isEnvelope,
  PositionBeyondHeadError,
  UnreadableEventError,
  type Page,
  type Position,
  type ReadAllOptions,
  type ReadEnvelope,
  type ReadOptions,
  type RecordedEvent,
  type StreamName,
} from '@parley/event-store';
import type { Sha256 } from '@parley/kernel';
import type { Pool } from 'pg';

/** The columns of an event as they are read, and all that is needed to give it back. */
const EVENT_COLUMNS =
  `e.position, e.stream, e.revision, e.event_id AS "eventId", e.header, encode(e.payload, 'base64') AS payload, ` +
  `encode(e.commitment, 'hex') AS commitment, e.traceparent`;

interface EventRow {
  readonly position: string;
  readonly stream: string;
  readonly revision: string;
  readonly eventId: string;
  readonly header: string;
  /** Base64: half again as quick to read as hexadecimal, and a third shorter. */
  readonly payload: string;
  readonly commitment: string;
  readonly traceparent: string | null;
}

/**
 * The event that was written: the header is parsed, never rebuilt from other columns. Each field is named, because
 * copying all but the digest by `...rest` takes a quarter longer.
 * @throws UnreadableEventError
 */
function recordedEventOf(row: EventRow): RecordedEvent {
  const header = headerOf(row);
  const event: RecordedEvent = {
    stream: header.stream,
    revision: header.revision,
    position: row.position as Position,
    eventId: header.eventId,
    type: header.type,
    schemaVersion: header.schemaVersion,
    occurredAt: header.occurredAt,
    recordedAt: header.recordedAt,
    actor: header.actor,
    delegation: header.delegation,
    cause: header.cause,
    facts: header.facts,
    rule: header.rule,
    ruleSetVersion: header.ruleSetVersion,
    tier: header.tier,
    contentType: header.contentType,
    sealing: header.sealing,
    previous: header.previous,
    commitment: row.commitment as Sha256,
    payload: bytesOf(row.payload),
  };
  return row.traceparent === null ? event : { ...event, traceparent: row.traceparent };
}

function headerOf({ position, stream, revision, eventId, header }: EventRow): ReadEnvelope {
  try {
    const read: unknown = JSON.parse(header);
    if (isEnvelope(read)) return read;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new UnreadableEventError(position as Position, { stream, revision: Number(revision), eventId });
}

/** A plain Uint8Array, as it was written: a Buffer prints and slices otherwise. */
function bytesOf(base64: string): Uint8Array {
  const { buffer, byteOffset, byteLength } = Buffer.from(base64, 'base64');
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/**
 * A page looks at no more events than this, however few of them it shows. A reader of a rare category would otherwise
 * read the whole rest of the record in one statement, and on a record of millions never get an answer in time.
 */
export const MOST_LOOKED_AT = 50_000;

/**
 * Head and events come from one statement, hence from one snapshot: an event that the head counts and the page lacks
 * was filtered out. The head is materialized, because the planner would otherwise look for it anew for every row. The
 * rows are not sorted again, because rows that come in order from the index would go through a file on the disk. Both
 * together would cost eight times what the page itself does. The filter is in a coalesce, because the planner believes
 * that every second row passes it. For a category that it knows to be rare it would otherwise sort the whole rest of
 * the record. The end of the look is compared as a row, because the planner expects next to nothing between two plain
 * bounds of one column, and would sort that.
 */
const pageText = (filter: string): string => `
  WITH h AS MATERIALIZED (SELECT event_store.newest_position() AS head)
  SELECT h.head, e.* FROM h LEFT JOIN LATERAL (
    SELECT ${EVENT_COLUMNS} FROM event_store.events e
    WHERE e.position > $1 AND (e.position, 0) <= ($1 + ${String(MOST_LOOKED_AT)}, 0) ${filter}
    ORDER BY e.position LIMIT $2
  ) e ON true`;

export const PAGE = { name: 'event-store-page', text: pageText('') };
export const FILTERED_PAGE = {
  name: 'event-store-filtered-page',
  text: pageText(`AND coalesce(e.category = ANY ($3) OR split_part(e.category, '.', 1) = ANY ($3), false)`),
};

type PageRow = { readonly head: string } & (EventRow | { readonly position: null });

/**
 * A page of the one order, by keyset. Positions have no gap, so a page that is not full has seen everything as far as
 * it looked. What cannot be read is set aside.
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
  const { events, unreadable, last } = eventsOf(rows, after);
  const position = events.length + unreadable.length < limit ? lookedUpTo(after, head) : last;
  const page = { events, position, caughtUp: position === head };
  return unreadable.length === 0 ? page : { ...page, unreadable };
}

/** @throws UnreadableEventError for the first one that the page sets aside */
export function whole(page: Page): Page {
  const [first] = page.unreadable ?? [];
  if (first) throw first;
  return page;
}

function lookedUpTo(after: Position, head: Position): Position {
  const end = BigInt(after) + BigInt(MOST_LOOKED_AT);
  return end < BigInt(head) ? (String(end) as Position) : head;
}

/** What the rows of a page hold. */
interface Rows {
  readonly events: readonly RecordedEvent[];
  readonly unreadable: readonly UnreadableEventError[];
  /** The position of the last row. */
  readonly last: Position;
}

/** SQL promises no order of joined rows, so the order is checked. */
function eventsOf(rows: readonly PageRow[], after: Position): Rows {
  const events: RecordedEvent[] = [];
  const unreadable: UnreadableEventError[] = [];
  let before: string = after;
  for (const row of rows) {
    if (row.position === null) continue;
    if (!liesBehind(row.position, before)) throw new Error(`a page has position ${row.position} behind ${before}`);
    before = row.position;
    try {
      events.push(recordedEventOf(row));
    } catch (error) {
      if (!(error instanceof UnreadableEventError)) throw error;
      unreadable.push(error);
    }
  }
  return { events, unreadable, last: before as Position };
}

/**
 * Compares whole numbers as text: a longer one is greater. A BigInt for each row would cost more than the rest of the
 * look.
 */
const liesBehind = (position: string, other: string): boolean =>
  position.length > other.length || (position.length === other.length && position > other);

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
