import { randomUUID } from 'node:crypto';
import type { CommandId, Instant } from '@parley/kernel';
import type { NewEvent } from '../envelope';
import { commandIdOf, eventIdOf } from '../event-ids';
import type { AppendResult, EventStore, ExpectedRevision } from '../event-store';
import { encodePayload } from '../json-payload';
import { streamName, type StreamName } from '../stream-name';

export const someStream = (category = 'intake.case'): StreamName => streamName(category, randomUUID());

export const someCommand = (): CommandId => commandIdOf(randomUUID());

/** The events of one command, each with its number as payload unless bytes are given. */
export function sampleEvents(commandId: CommandId, count = 1, payload?: Uint8Array): readonly NewEvent[] {
  return Array.from({ length: count }, (_, index) => ({
    eventId: eventIdOf(commandId, index),
    type: 'CallOffered',
    schemaVersion: 1,
    occurredAt: '2025-02-05T08:00:00.000Z' as Instant,
    actor: { kind: 'system', process: 'contract' },
    delegation: null,
    cause: { kind: 'event', id: 'e-1' },
    rule: 'S5',
    ruleSetVersion: '1.0.0',
    tier: 'PARTIES',
    contentType: 'application/json',
    facts: ['m-2', 'm-1'],
    sealing: null,
    payload: payload ?? encodePayload({ index }),
  }));
}

/** Appends a fresh command of so many events. */
export function appendSome(
  store: EventStore,
  stream: StreamName,
  expected: ExpectedRevision,
  count = 1,
): Promise<AppendResult> {
  const commandId = someCommand();
  return store.append(stream, expected, sampleEvents(commandId, count), { commandId });
}

/** Streams of one event each. */
export async function fill(
  store: EventStore,
  streams: number,
  category = 'intake.case',
): Promise<readonly StreamName[]> {
  const names = Array.from({ length: streams }, () => someStream(category));
  for (const name of names) await appendSome(store, name, 'no-stream');
  return names;
}
