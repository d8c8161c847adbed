import { canonicalJson, type DomainEvent } from '@parley/kernel';
import type { RecordedEvent } from './envelope';

export const JSON_CONTENT = 'application/json';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

/** The bytes of a payload: canonical JSON in UTF-8, so that equal data have equal bytes. */
export const encodePayload = (data: unknown): Uint8Array => encoder.encode(canonicalJson(data));

/**
 * What was read of a recorded event: it never changes (I-35), and a fold, a process and a projection may each ask for
 * it.
 */
const alreadyRead = new WeakMap<RecordedEvent, DomainEvent>();

/**
 * The domain event inside a recorded one; of the same object the same one. @throws when the payload is sealed or not
 * JSON
 */
export function domainEventOf(event: RecordedEvent): DomainEvent {
  const before = alreadyRead.get(event);
  if (before) return before;
  const read = readPayload(event);
  alreadyRead.set(event, read);
  return read;
}

function readPayload(event: RecordedEvent): DomainEvent {
  if (event.sealing !== null || event.contentType !== JSON_CONTENT)
    throw new TypeError(`payload of ${event.eventId} cannot be read as JSON`);
  const data: unknown = JSON.parse(decoder.decode(event.payload));
  return { type: event.type, data, occurredAt: event.occurredAt, rule: event.rule, tier: event.tier };
}
