import { canonicalJson, type DomainEvent } from '@parley/kernel';
import type { RecordedEvent } from './envelope';

export const JSON_CONTENT = 'application/json';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

/** The bytes of a payload: canonical JSON in UTF-8, so that equal data have equal bytes. */
export const encodePayload = (data: unknown): Uint8Array => encoder.encode(canonicalJson(data));

/**
 * Returns the object that it is given, so that a class that extends it adds its private fields to an existing object.
 */
const Itself = function (object: object): object {
  return object;
} as unknown as new (object: object) => object;

/**
 * The domain event that was read from a recorded one, kept in a private field of the recorded event. A recorded event
 * never changes (I-35), and a fold, a process and a projection may each ask for its domain event. A WeakMap of the
 * events of a rebuild's pages took twice as long as reading their JSON, and more when garbage was collected.
 */
class AlreadyRead extends Itself {
  readonly #read: DomainEvent;

  private constructor(event: RecordedEvent, read: DomainEvent) {
    super(event);
    this.#read = read;
  }

  static of(event: RecordedEvent): DomainEvent | undefined {
    return #read in event ? event.#read : undefined;
  }

  static note(event: RecordedEvent, read: DomainEvent): DomainEvent {
    return new AlreadyRead(event, read).#read;
  }
}

/**
 * The domain event inside a recorded one; the same object always gives the same one.
 * @throws when the payload is sealed or not JSON
 */
export function domainEventOf(event: RecordedEvent): DomainEvent {
  return AlreadyRead.of(event) ?? AlreadyRead.note(event, readPayload(event));
}

function readPayload(event: RecordedEvent): DomainEvent {
  if (event.sealing !== null || event.contentType !== JSON_CONTENT)
    throw new TypeError(`payload of ${event.eventId} cannot be read as JSON`);
  const data: unknown = JSON.parse(decoder.decode(event.payload));
  return { type: event.type, data, occurredAt: event.occurredAt, rule: event.rule, tier: event.tier };
}
