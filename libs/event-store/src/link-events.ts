import { latest, type Instant, type Sha256 } from '@parley/kernel';
import { assertIdsOnce, assertSomeEvents, assertWithinAppendLimit } from './append-limits';
import { canonicalHeader, sha256 } from './commitment';
import type { NewEvent, RecordedEvent } from './envelope';

/** The last event of a stream, as far as the next one needs to know it. */
export interface StreamHead {
  readonly revision: number;
  readonly commitment: Sha256;
  readonly recordedAt: Instant;
}

/** An event with its place in its stream, but not yet in the store's one order. */
export type LinkedEvent = Omit<RecordedEvent, 'position'>;

export interface Link {
  readonly event: LinkedEvent;
  /** The canonical header whose SHA-256 is the event's commitment. */
  readonly header: string;
}

/**
 * Links new events to the head of their stream: revision, recorded instant, commitment of the one before, own
 * commitment.
 * @param head `null` for a stream that does not exist yet
 * @param now of the writer; a clock that lags behind the head's never makes an event older than its predecessor
 * @throws RangeError for no events, an event id that comes twice, or more than 1 MiB of payload and header
 */
export function linkEvents(
  stream: string,
  head: StreamHead | null,
  events: readonly NewEvent[],
  now: Instant,
): readonly Link[] {
  assertSomeEvents(events);
  assertIdsOnce(events);
  const recordedAt = head === null ? now : latest(now, head.recordedAt);
  let previous = head?.commitment ?? null;
  let revision = head?.revision ?? -1;
  let bytes = 0;
  const links: Link[] = [];
  for (const event of events) {
    revision += 1;
    const placed = { ...event, stream, revision, recordedAt, previous };
    const header = canonicalHeader(placed);
    const commitment = sha256(header);
    links.push({ event: { ...placed, commitment }, header });
    previous = commitment;
    bytes += Buffer.byteLength(header) + event.payload.byteLength;
  }
  assertWithinAppendLimit(bytes);
  return links;
}
