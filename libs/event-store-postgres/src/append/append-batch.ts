import type { ExpectedRevision, StreamHead } from '@parley/event-store';
import type { Pool } from 'pg';
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

const APPEND = {
  name: 'event-store-append',
  text: 'SELECT before, refusals FROM event_store.append($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
};
const EXPECTATIONS = { 'no-stream': -1, any: -2, 'stream-exists': -3 };

const codeOf = (expected: ExpectedRevision): number => (typeof expected === 'number' ? expected : EXPECTATIONS[expected]);

/** Sends a batch in one round trip and one transaction. */
export async function appendBatch(pool: Pool, batch: readonly LinkedItem[]): Promise<BatchOutcome> {
  const links = batch.flatMap((linked) => linked.links);
  const values = [
    textArray(batch.map(({ item }) => item.stream)),
    int8Array(batch.map(({ item }) => codeOf(item.expected))),
    int8Array(batch.map(({ head }) => (head?.revision ?? -1) + 1)),
    byteaArray(batch.map(({ head }) => (head === null ? null : Buffer.from(head.commitment, 'hex')))),
    int4Array(batch.map((linked) => linked.links.length)),
    uuidArray(links.map(({ event }) => event.eventId)),
    textArray(links.map(({ event }) => event.type)),
    textArray(links.map(({ header }) => header)),
    byteaArray(links.map(({ event }) => event.payload)),
    textArray(links.map(({ event }) => event.traceparent ?? null)),
  ];
  const { rows } = await pool.query<{ before: string; refusals: readonly BatchRefusal[] | null }>({ ...APPEND, values });
  const row = rows[0];
  if (row === undefined) throw new Error('event_store.append gave no answer');
  return { before: Number(row.before), refusals: row.refusals ?? [] };
}
