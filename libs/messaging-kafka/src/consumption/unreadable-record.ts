import type { PublicEvent, UnreadRecord } from '@parley/messaging';
import type { IncomingRecord } from '../client/consumer.port';
import type { OriginKeys, ReadPlace } from '../origin/origin-keys';
import { readSignedRecordNow } from '../wire/read-record';

/** A record that is no public event of its topic’s context, or not signed by it, with the reason in a word. */
export interface UnreadableRecord {
  readonly place: ReadPlace;
  readonly record: IncomingRecord;
  readonly reason: string;
}

/**
 * More of a stranger's message is not copied into the service's database; it lies in the topic, at the offset that the
 * id names.
 */
const KEPT_BYTES = 1_048_576;

/**
 * What is kept of an unreadable record. It is bytes only, because a text of PostgreSQL cannot hold all that a stranger
 * may send.
 */
interface UnreadableBody extends ReadPlace {
  readonly key: string | null;
  /** `null` for none, and for one that was too large to keep. */
  readonly value: string | null;
  readonly headers: readonly (readonly [string, string])[];
}

/** The record as a service takes it. */
export const unreadOf = ({ place, record, reason }: UnreadableRecord): UnreadRecord => ({
  id: `${place.topic}/${String(place.partition)}/${String(record.offset)}`,
  context: place.context,
  reason,
  body: bodyOf(place, record),
});

/** Reads an unreadable record once more: a later version may know what it is, or a key may have been added. */
export function rereadRecord(body: unknown, origins: OriginKeys): PublicEvent | undefined {
  const { key, value, headers, ...place } = body as UnreadableBody;
  const bytesOf = (text: string | null): Uint8Array | null => (text === null ? null : Buffer.from(text, 'base64'));
  const named = headers.map(
    ([name, given]) => [Buffer.from(name, 'base64').toString('utf8'), Buffer.from(given, 'base64')] as const,
  );
  const record = { key: bytesOf(key), value: bytesOf(value), headers: Object.fromEntries(named) };
  const read = readSignedRecordNow(origins, place, record);
  return read.kind === 'event' ? read.event : undefined;
}

function bodyOf({ topic, partition, context }: ReadPlace, { key, value, headers }: IncomingRecord): UnreadableBody {
  const toText = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString('base64');
  const named = Object.entries(headers).map(([name, given]) => [toText(name), toText(given)] as const);
  const size =
    (key?.length ?? 0) +
    (value?.length ?? 0) +
    named.reduce((sum, [name, given]) => sum + name.length + given.length, 0);
  const isKept = size <= KEPT_BYTES;
  return {
    topic,
    partition,
    context,
    key: isKept && key ? toText(key) : null,
    value: isKept && value ? toText(value) : null,
    headers: isKept ? named : [],
  };
}
