import { randomUUID } from 'node:crypto';
import {
  commandIdOf,
  encodePayload,
  eventIdOf,
  linkEvents,
  streamName,
  type NewEvent,
  type StreamName,
} from '@parley/event-store';
import type { PostgresEventStore } from '@parley/event-store-postgres';
import type { Clock, CommandId, Instant, PersonId, PartyCode, Sha256 } from '@parley/kernel';
import type { Pool } from 'pg';

/** How many events a stream gets before a caller opens the next one. */
const EVENTS_PER_STREAM = 10;

export interface Contender {
  readonly name: string;
  call(caller: number): Promise<void>;
}

export const realClock: Clock = { now: () => new Date().toISOString() as Instant };

/** An event as a service writes it, with a payload of so many bytes of JSON. */
export function eventOf(commandId: CommandId, payload: Uint8Array): NewEvent {
  return {
    eventId: eventIdOf(commandId, 0),
    type: 'GrievanceFiled',
    schemaVersion: 1,
    occurredAt: realClock.now(),
    actor: { kind: 'person', personId: 'p-4c1f0a1e' as PersonId, role: 'desk', party: 'US' as PartyCode },
    delegation: null,
    cause: { kind: 'command', id: commandId, bodyDigest: 'a'.repeat(64) as Sha256 },
    rule: 'S1',
    ruleSetVersion: '1.0.0',
    tier: 'PARTIES',
    contentType: 'application/json',
    facts: [],
    sealing: null,
    payload,
  };
}

export const payloadOf = (bytes: number): Uint8Array =>
  encodePayload({ summary: 'x'.repeat(bytes - '{"summary":""}'.length) });

/**
 * The event store with everything that it promises: exact revisions, chain, duplicates, order without gaps, wake-ups.
 */
export function eventStoreContender(
  store: PostgresEventStore,
  payload: Uint8Array,
  category = 'intake.case',
): Contender {
  const streams = new Map<number, { readonly stream: StreamName; next: number }>();
  return {
    name: 'event store',
    async call(caller) {
      let place = streams.get(caller);
      if (place === undefined || place.next === EVENTS_PER_STREAM) {
        place = { stream: streamName(category, randomUUID()), next: 0 };
        streams.set(caller, place);
      }
      const commandId = commandIdOf(place.stream, String(place.next));
      const expected = place.next === 0 ? 'no-stream' : place.next - 1;
      const result = await store.append(place.stream, expected, [eventOf(commandId, payload)], { commandId });
      if (result.kind !== 'appended' || result.duplicate)
        throw new Error(`unexpected answer ${JSON.stringify(result)}`);
      place.next += 1;
    },
  };
}

/**
 * The yardsticks: one row of the same bytes by one INSERT, with an identity key and nothing else. The plain one is
 * written as usual, so that the server parses and plans it each time. The prepared one is the least that an INSERT can
 * cost.
 */
export async function insertContenders(
  pool: Pool,
  payload: Uint8Array,
): Promise<readonly [plain: Contender, prepared: Contender]> {
  await pool.query(`
    CREATE TABLE IF NOT EXISTS plain_events (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      stream text NOT NULL, event_id uuid NOT NULL, type text NOT NULL, header text NOT NULL, payload bytea NOT NULL)`);
  const stream = streamName('intake.case', randomUUID());
  const commandId = commandIdOf(stream);
  const event = eventOf(commandId, payload);
  const header = linkEvents(stream, null, [event], realClock.now())[0]?.header;
  const text = 'INSERT INTO plain_events (stream, event_id, type, header, payload) VALUES ($1, $2, $3, $4, $5)';
  const values = [stream, event.eventId, event.type, header, payload];
  const insert = (name: string, statement: { readonly name?: string }): Contender => ({
    name,
    async call() {
      await pool.query({ ...statement, text, values });
    },
  });
  return [insert('plain INSERT', {}), insert('prepared', { name: 'plain-insert' })];
}
