import { randomUUID } from 'node:crypto';
import {
  encodePayload,
  eventIdOf,
  JSON_CONTENT,
  sha256,
  streamName,
  type EventStore,
  type NewEvent,
  type RecordedEvent,
} from '@parley/event-store';
import type { CommandId, Instant } from '@parley/kernel';

/** One event as a test writes it. */
export interface Happening {
  readonly type: string;
  readonly data: unknown;
  readonly occurredAt?: Instant;
}

/** Records happenings in a stream, whatever its revision. */
export async function record(
  store: EventStore,
  category: string,
  id: string,
  ...happenings: readonly Happening[]
): Promise<readonly RecordedEvent[]> {
  const commandId = randomUUID() as CommandId;
  const events = happenings.map((happening, index) => newEventOf(happening, commandId, index));
  const result = await store.append(streamName(category, id), 'any', events, { commandId });
  if (result.kind !== 'appended') throw new Error(`${category}-${id} was not appended to`);
  return result.events;
}

/** An event in an envelope that means nothing beyond its type and data. */
export function newEventOf({ type, data, occurredAt }: Happening, commandId: CommandId, index = 0): NewEvent {
  return {
    eventId: eventIdOf(commandId, index),
    type,
    schemaVersion: 1,
    occurredAt: occurredAt ?? ('2025-02-05T08:00:00.000Z' as Instant),
    actor: { kind: 'system', process: 'test' },
    delegation: null,
    cause: { kind: 'command', id: commandId, bodyDigest: sha256(type) },
    rule: 'S1',
    ruleSetVersion: 'test',
    tier: 'PUBLIC',
    contentType: JSON_CONTENT,
    facts: [],
    sealing: null,
    payload: encodePayload(data),
  };
}
