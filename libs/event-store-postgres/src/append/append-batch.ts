import type { ExpectedRevision, StreamHead } from '@parley/event-store';
import { DatabaseError, type ClientBase } from 'pg';
import type { LinkedItem } from './append-item';
import { byteaArray, int4Array, int8Array, textArray, uuidArray } from './array-parameter';

/** Why one item of a batch wrote nothing. `item` counts from 1. */
export type BatchRefusal =
  | { readonly item: number; readonly kind: 'duplicate'; readonly stream: string; readonly revision: number }
  /** `stale`: the expectation holds, but the stream's head is not the one that the item was linked to. */
  | { readonly item: number; readonly kind: 'conflict' | 'stale'; readonly head: StreamHead | null };

export interface BatchOutcome {
  /** Position of the newest event before the batch; what was written follows without a gap, in the batch's order. */
  readonly before: number;
  readonly refusals: readonly BatchRefusal[];
}

const APPEND_ONE = {
  name: 'event-store-append-one',
  text: 'SELECT before, refusals FROM event_store.append_one($1, $2, $3, $4, $5, $6, $7, $8, $9)',
};
const APPEND_BATCH = {
  name: 'event-store-append-batch',
  text: 'SELECT before, refusals FROM event_store.append_batch($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)',
};
const EXPECTATIONS = { 'no-stream': -1, any: -2, 'stream-exists': -3 };

const UNIQUE_VIOLATION = '23505';

/** Sends a batch in one transaction and, unless there is a duplicate in it, in one round trip. */
export async function appendBatch(client: ClientBase, batch: readonly LinkedItem[]): Promise<BatchOutcome> {
  const [only] = batch;
  const isOneEvent = only !== undefined && batch.length === 1 && only.links.length === 1;
  try {
    return isOneEvent ? await outcomeOf(client, APPEND_ONE, oneValues(only)) : await outcomeOf(client, APPEND_BATCH, batchValues(batch, false));
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.code !== UNIQUE_VIOLATION) throw error;
    return outcomeOf(client, APPEND_BATCH, batchValues(batch, true));
  }
}

async function outcomeOf(client: ClientBase, statement: typeof APPEND_ONE, values: unknown[]): Promise<BatchOutcome> {
  const { rows } = await client.query<{ before: string; refusals: readonly BatchRefusal[] | null }>({ ...statement, values });
  const row = rows[0];
  if (row === undefined) throw new Error('the append gave no answer');
  return { before: Number(row.before), refusals: row.refusals ?? [] };
}

function oneValues({ item, head, links }: LinkedItem): unknown[] {
  return links.flatMap(({ event, header }) => [
    event.stream,
    codeOf(item.expected),
    event.revision,
    bytesOf(head),
    event.eventId,
    event.type,
    header,
    event.payload,
    event.traceparent ?? null,
  ]);
}

function batchValues(batch: readonly LinkedItem[], oneByOne: boolean): unknown[] {
  const links = batch.flatMap((linked) => linked.links);
  let next = 1;
  const firsts = batch.map((linked) => {
    const first = next;
    next += linked.links.length;
    return first;
  });
  return [
    textArray(links.map(({ event }) => event.stream)),
    int8Array(links.map(({ event }) => event.revision)),
    uuidArray(links.map(({ event }) => event.eventId)),
    textArray(links.map(({ event }) => event.type)),
    textArray(links.map(({ header }) => header)),
    byteaArray(links.map(({ event }) => event.payload)),
    textArray(links.map(({ event }) => event.traceparent ?? null)),
    int4Array(firsts),
    int8Array(batch.map(({ item }) => codeOf(item.expected))),
    byteaArray(batch.map(({ head }) => bytesOf(head))),
    oneByOne,
  ];
}

const codeOf = (expected: ExpectedRevision): number => (typeof expected === 'number' ? expected : EXPECTATIONS[expected]);

const bytesOf = (head: StreamHead | null): Buffer | null => (head === null ? null : Buffer.from(head.commitment, 'hex'));
