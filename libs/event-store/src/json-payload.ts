import { canonicalJson, type DomainEvent } from '@parley/kernel';
import type { RecordedEvent } from './envelope';

export const JSON_CONTENT = 'application/json';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

/** The bytes of a payload: canonical JSON in UTF-8, so that equal data have equal bytes. */
export const encodePayload = (data: unknown): Uint8Array => encoder.encode(canonicalJson(data));

/** The domain event inside a recorded one. @throws when the payload is sealed or not JSON */
export function domainEventOf(event: RecordedEvent): DomainEvent {
  if (event.sealing !== null || event.contentType !== JSON_CONTENT) throw new TypeError(`payload of ${event.eventId} cannot be read as JSON`);
  const data: unknown = JSON.parse(decoder.decode(event.payload));
  return { type: event.type, data, occurredAt: event.occurredAt, rule: event.rule, tier: event.tier };
}
