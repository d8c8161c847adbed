import { producerOf, type PublicEvent } from '@parley/messaging';
import type { IncomingRecord } from '../client/consumer.port';
import type { OriginKeys, ReadMessage, ReadPlace } from '../origin/origin-keys';
import { readHeaders } from './cloud-event-headers';
import { isMark, readMark, type ProgressMark } from './progress-mark';

/** What a message in a context's topic turned out to be. */
export type ReadRecord =
  | { readonly kind: 'event'; readonly event: PublicEvent }
  | { readonly kind: 'mark'; readonly mark: ProgressMark }
  /** Nothing that the context told; the reason is a word that names no content. */
  | { readonly kind: 'unreadable'; readonly reason: string };

/** Nothing that a context tells is larger, because an append of the store is no larger. */
const MOST_BYTES = 1_048_576;

/** Reads a message of the topic in which `context` alone tells. Total: whatever lies there becomes one of the three. */
export function readRecord(context: string, { key, value, headers }: Omit<IncomingRecord, 'offset'>): ReadRecord {
  if (value === null) return unreadable('no-value');
  if (value.length > MOST_BYTES) return unreadable('too-large');
  if (isMark(headers)) {
    const mark = readMark(value);
    return mark?.context === context ? { kind: 'mark', mark } : unreadable('wrong-mark');
  }
  const read = readHeaders(headers);
  if ('wrong' in read) return unreadable(read.wrong);
  const { attributes } = read;
  if (!attributes.source.startsWith('/parley/') || producerOf(attributes) !== context)
    return unreadable('foreign-source');
  if (!attributes.type.startsWith(`parley.${context}.`)) return unreadable('foreign-type');
  // With another key it would lie in another partition than its case, and come out of order.
  if (key === null || Buffer.from(key).toString('utf8') !== attributes.subject) return unreadable('wrong-key');
  return { kind: 'event', event: { ...attributes, data: new Uint8Array(value) } };
}

/** Reads a message, and believes it only where the context that alone tells in the topic signed it. */
export async function readSignedRecord(
  origins: OriginKeys,
  place: ReadPlace,
  record: Omit<IncomingRecord, 'offset'>,
): Promise<ReadRecord> {
  const read = readRecord(place.context, record);
  if (!mayBeSigned(read, record)) return read;
  const wrong = await origins.wrongOf(place, record);
  return wrong === undefined ? read : unreadable(wrong);
}

/** The same at once, for a single message that is read again. */
export function readSignedRecordNow(
  origins: OriginKeys,
  place: ReadPlace,
  record: Omit<IncomingRecord, 'offset'>,
): ReadRecord {
  const read = readRecord(place.context, record);
  if (!mayBeSigned(read, record)) return read;
  const wrong = origins.wrongNow(place, record);
  return wrong === undefined ? read : unreadable(wrong);
}

/** What is nothing that anybody tells need not be asked whose it is. */
const mayBeSigned = (read: ReadRecord, record: Omit<IncomingRecord, 'offset'>): record is ReadMessage =>
  read.kind !== 'unreadable' && record.value !== null;

const unreadable = (reason: string): ReadRecord => ({ kind: 'unreadable', reason });
