import { producerOf, type PublicEvent } from '@parley/messaging';
import type { IncomingRecord } from '../client/consumer.port';
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

const unreadable = (reason: string): ReadRecord => ({ kind: 'unreadable', reason });
