import type { ExpectedRevision, StreamHead } from '@parley/event-store';
import type { ClientBase } from 'pg';
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
  text: 'SELECT before, refusals FROM event_store.append_batch($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
};
const EXPECTATIONS = { 'no-stream': -1, any: -2, 'stream-exists': -3 };

/** Sends a batch in one round trip and one transaction. */
export async function appendBatch(client: ClientBase, batch: readonly LinkedItem[]): Promise<BatchOutcome> {
  const { rows } = await client.query<{ before: string; refusals: readonly BatchRefusal[] | null }>(queryFor(batch));
  const row = rows[0];
  if (row === undefined) throw new Error('the append gave no answer');
  return { before: Number(row.before), refusals: row.refusals ?? [] };
}

function queryFor(batch: readonly LinkedItem[]): { name: string; text: string; values: unknown[] } {
  const [only] = batch;
  if (only === undefined || batch.length > 1 || only.links.length > 1) return { ...APPEND_BATCH, values: batchValues(batch) };
  return { ...APPEND_ONE, values: oneValues(only) };
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

function batchValues(batch: readonly LinkedItem[]): unknown[] {
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
  ];
}

const codeOf = (expected: ExpectedRevision): number => (typeof expected === 'number' ? expected : EXPECTATIONS[expected]);

const bytesOf = (head: StreamHead | null): Buffer | null => (head === null ? null : Buffer.from(head.commitment, 'hex'));
