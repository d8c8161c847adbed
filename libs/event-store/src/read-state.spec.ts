import type { CommandId, DomainEvent, Instant } from '@parley/kernel';
import { commandIdOf, eventIdOf } from './event-ids';
import { InMemoryEventStore } from './in-memory/in-memory-event-store';
import { encodePayload, JSON_CONTENT } from './json-payload';
import { readState } from './read-state';
import { sha256 } from './commitment';
import { streamName } from './stream-name';

const stream = streamName('intake.case', 'a');
const counting = { initial: 0, evolve: (count: number, _event: DomainEvent) => count + 1 };

async function append(
  store: InMemoryEventStore,
  commandId: CommandId,
  revision: number,
  occurredAt: Instant,
): Promise<void> {
  const event = {
    eventId: eventIdOf(commandId, 0),
    type: 'Counted',
    schemaVersion: 1,
    occurredAt,
    actor: { kind: 'system', process: 'test' } as const,
    delegation: null,
    cause: { kind: 'command', id: commandId, bodyDigest: sha256('') } as const,
    rule: 'S1',
    ruleSetVersion: '2026-1',
    tier: 'PUBLIC' as const,
    contentType: JSON_CONTENT,
    facts: [],
    sealing: null,
    payload: encodePayload({}),
  };
  await store.append(stream, revision < 0 ? 'no-stream' : revision, [event], { commandId });
}

describe('the state of a stream', () => {
  it(
    'is that of its events, and as of an instant that of those recorded by then, ' + 'whatever their instant in law',
    async () => {
      let now = '2025-02-03T09:00:00.000Z' as Instant;
      const store = new InMemoryEventStore({ clock: { now: () => now } });
      await append(store, commandIdOf('one'), -1, now);
      now = '2025-02-05T09:00:00.000Z' as Instant;
      await append(store, commandIdOf('two'), 0, '2025-02-01T09:00:00.000Z' as Instant);

      expect(await readState(store, counting, stream)).toEqual({ state: 2, revision: 1 });
      expect(await readState(store, counting, stream, '2025-02-04T00:00:00.000Z' as Instant)).toEqual({
        state: 1,
        revision: 0,
      });
      expect(await readState(store, counting, stream, '2025-02-02T00:00:00.000Z' as Instant)).toEqual({
        state: 0,
        revision: -1,
      });
      expect(await readState(store, counting, streamName('intake.case', 'b'))).toEqual({ state: 0, revision: -1 });
    },
  );
});
