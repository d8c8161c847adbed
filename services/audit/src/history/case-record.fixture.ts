import { randomUUID } from 'node:crypto';
import {
  commandIdOf,
  contextOf,
  encodePayload,
  eventIdOf,
  JSON_CONTENT,
  sha256,
  type EventStore,
  type RecordedEvent,
  type StreamName,
} from '@parley/event-store';
import type { Actor, Instant, PartyCode, PersonId, Role, Tier } from '@parley/kernel';
import type { PublicEvent, Publishes } from '@parley/messaging';

/** An event that another service records, as a spec tells it. */
export interface Recording {
  readonly type: string;
  readonly data?: unknown;
  readonly tier?: Tier;
  readonly occurredAt?: Instant;
  readonly actor?: Actor;
  readonly rule?: string;
  /** The message by which the service makes it public. */
  readonly tells?: PublicEvent;
}

export const personActor = (personId: string, role: Role, party: string | null): Actor => ({
  kind: 'person',
  personId: personId as PersonId,
  role,
  party: party as PartyCode | null,
});

/** Stands for the other services: it records events in their streams and tells of them. */
export class OtherServices {
  readonly #told = new Map<string, PublicEvent>();

  constructor(private readonly store: EventStore) {}

  async record(stream: string, ...recordings: readonly Recording[]): Promise<readonly RecordedEvent[]> {
    const commandId = commandIdOf(randomUUID());
    const events = recordings.map(({ type, data = {}, tier, occurredAt, actor, rule }, index) => ({
      eventId: eventIdOf(commandId, index),
      type,
      schemaVersion: 1,
      occurredAt: occurredAt ?? ('2025-02-05T08:00:00.000Z' as Instant),
      actor: actor ?? ({ kind: 'system', process: contextOf(stream) } as const),
      delegation: null,
      cause: { kind: 'command', id: commandId, bodyDigest: sha256('body') } as const,
      rule: rule ?? 'S1',
      ruleSetVersion: '2026-1',
      tier: tier ?? 'PARTIES',
      contentType: JSON_CONTENT,
      facts: [],
      sealing: null,
      payload: encodePayload(data),
    }));
    for (const [index, { tells }] of recordings.entries())
      if (tells) this.#told.set(eventIdOf(commandId, index), tells);
    const result = await this.store.append(stream as StreamName, 'any', events, { commandId });
    if (result.kind !== 'appended') throw new Error(`${stream} was not appended to`);
    return result.events;
  }

  readonly publishes: Publishes = ({ eventId }) => {
    const told = this.#told.get(eventId);
    return told ? [told] : [];
  };
}
