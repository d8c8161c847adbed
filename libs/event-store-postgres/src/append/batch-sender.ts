import {
  meetsExpectation,
  type EventFault,
  type ExpectedRevision,
  type Link,
  type StreamHead,
} from '@parley/event-store';
import { DatabaseError, type ClientBase } from 'pg';
import type { LinkedItem } from './append-queue';
import { BindMessage, TYPE } from './bind-message';
import { BoundQuery, type Statement } from './bound-query';

/** Why one item of a batch wrote nothing. `item` counts from 1. */
export type BatchRefusal =
  | { readonly item: number; readonly kind: 'duplicate'; readonly stream: string; readonly revision: number }
  | { readonly item: number; readonly kind: 'faulty'; readonly fault: EventFault | 'id' }
  /** `stale`: the expectation holds, but the stream's head is not the one that the item was linked to. */
  | { readonly item: number; readonly kind: 'conflict' | 'stale'; readonly head: StreamHead | null };

export interface BatchOutcome {
  /** Position of the newest event before the batch; what was written follows without a gap, in the batch's order. */
  readonly before: number;
  readonly refusals: readonly BatchRefusal[];
}

const statementOf = (name: string, select: string): Statement => ({
  name: `event-store-${name}`,
  text: `SELECT ${select} ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
  parameters: 9,
});
const APPEND_EVENT = statementOf('append-event', 'event_store.append_event');
const APPEND_EVENTS = statementOf('append-events', 'event_store.append_events');
const APPEND_ONE_BY_ONE = statementOf('append-one-by-one', 'before, refusals FROM event_store.append_one_by_one');

const EXPECTATIONS = { 'no-stream': -1, any: -2, 'stream-exists': -3 };

/**
 * A duplicate, a stream that is there already (unique_violation), an item that does not fit (serialization_failure).
 */
const MISFITS = new Set(['23505', '40001']);
/** The class of errors of a header that is no JSON, or has an instant that is none (data_exception). */
const NO_DATA = '22';

/** An event as the append functions take it. */
interface Sent extends Link {
  /** What an item's first event expects; `null` for its other events, which follow the first. */
  readonly expected: number | null;
  readonly previous: Uint8Array | null;
}

/** Sends batches through one connection at a time, one batch after the other. */
export class BatchSender {
  readonly #message = new BindMessage();

  /** Sends a batch in one transaction and, if all of it fits, in one round trip. */
  async send(client: ClientBase, batch: readonly LinkedItem[]): Promise<BatchOutcome> {
    const events = batch.flatMap(sentOf);
    const before = batch.every(looksFitting) ? await this.#appendAll(client, events) : null;
    if (before !== null) return { before: Number(before), refusals: [] };
    const [newest, refusals] = await this.#ask(client, APPEND_ONE_BY_ONE, (message) => writeMany(message, events));
    return {
      before: Number(newest),
      refusals: refusals == null ? [] : (JSON.parse(refusals) as readonly BatchRefusal[]),
    };
  }

  /** The position before the batch; `null` when not all of it fits, and nothing was written. */
  async #appendAll(client: ClientBase, events: readonly Sent[]): Promise<string | null> {
    const [only, ...more] = events;
    try {
      const [before] =
        only !== undefined && more.length === 0
          ? await this.#ask(client, APPEND_EVENT, (message) => writeOne(message, only))
          : await this.#ask(client, APPEND_EVENTS, (message) => writeMany(message, events));
      return before ?? null;
    } catch (error) {
      const code = error instanceof DatabaseError ? (error.code ?? '') : '';
      if (MISFITS.has(code) || code.startsWith(NO_DATA)) return null;
      throw error;
    }
  }

  #ask(
    client: ClientBase,
    statement: Statement,
    write: (message: BindMessage) => void,
  ): Promise<readonly (string | null)[]> {
    return client.query(new BoundQuery(statement, this.#message, write)).row;
  }
}

/**
 * An item that does not even fit what this process knows, such as a second command at the revision of the first, is not
 * worth a try.
 */
const looksFitting = ({ item, head }: LinkedItem): boolean => meetsExpectation(head?.revision ?? null, item.expected);

const sentOf = ({ item, head, links }: LinkedItem): readonly Sent[] =>
  links.map(({ event, header }, index) => ({
    event,
    header,
    expected: index === 0 ? codeOf(item.expected) : null,
    previous: index === 0 && head !== null ? Buffer.from(head.commitment, 'hex') : null,
  }));

const codeOf = (expected: ExpectedRevision): number =>
  typeof expected === 'number' ? expected : EXPECTATIONS[expected];

function writeOne(message: BindMessage, { event, header, expected, previous }: Sent): void {
  message.text(event.stream);
  message.int8(event.revision);
  message.uuid(event.eventId);
  message.text(event.type);
  message.text(header);
  message.bytea(event.payload);
  message.text(event.traceparent ?? null);
  message.int8(expected);
  message.bytea(previous);
}

function writeMany(message: BindMessage, events: readonly Sent[]): void {
  message.array(TYPE.text, events, ({ event }) => message.text(event.stream));
  message.array(TYPE.int8, events, ({ event }) => message.int8(event.revision));
  message.array(TYPE.uuid, events, ({ event }) => message.uuid(event.eventId));
  message.array(TYPE.text, events, ({ event }) => message.text(event.type));
  message.array(TYPE.text, events, ({ header }) => message.text(header));
  message.array(TYPE.bytea, events, ({ event }) => message.bytea(event.payload));
  message.array(TYPE.text, events, ({ event }) => message.text(event.traceparent ?? null));
  message.array(TYPE.int8, events, ({ expected }) => message.int8(expected));
  message.array(TYPE.bytea, events, ({ previous }) => message.bytea(previous));
}
