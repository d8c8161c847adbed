import { instantFromMillis, type Instant } from '@parley/kernel';
import { schemaOf, tableIn, type ParkedMessage } from '@parley/messaging';
import type { EntityManager } from 'typeorm';

/** Something that calls for a command, as it is kept until that is done. */
export interface WorkRow {
  /** Which reaction does it; unique in the service. */
  readonly kind: string;
  /** Id of the event or message. */
  readonly id: string;
  /** Order holds within a kind and a key, and a row that fails holds back its key only. */
  readonly key: string;
  /** Everything that the work needs; JSON. */
  readonly body: unknown;
}

export interface NewWork extends WorkRow {
  readonly recordedAt: Instant;
  /** The reason for which it is parked from the beginning. */
  readonly parkedFor?: string;
}

interface KeptWork extends WorkRow {
  readonly seq: string;
}

const NAMES = 'work.kind, work.id, work.key, work.body, work.seq::text';

/**
 * Adds rows, in the transaction of the page that calls for them. A row that is there already stays as it is, and a
 * dismissed one is not added.
 */
export async function addWork(manager: EntityManager, rows: readonly NewWork[]): Promise<void> {
  if (rows.length === 0) return;
  await manager.query(
    `INSERT INTO ${tableIn(manager, 'work')} (kind, id, key, body, recorded_at, reason, tries, parked_at)
     SELECT kind, id, key, body, recorded_at, reason, (reason IS NOT NULL)::int4, CASE WHEN reason IS NOT NULL THEN clock_timestamp() END
     FROM unnest($1::text[], $2::text[], $3::text[], $4::jsonb[], $5::timestamptz[], $6::text[])
       WITH ORDINALITY AS fresh (kind, id, key, body, recorded_at, reason, place)
     WHERE NOT EXISTS (SELECT FROM ${tableIn(manager, 'dismissed')} AS dismissed
       WHERE dismissed.kind = fresh.kind AND dismissed.id = fresh.id)
     ORDER BY place
     ON CONFLICT DO NOTHING`,
    [
      rows.map(({ kind }) => kind),
      rows.map(({ id }) => id),
      rows.map(({ key }) => key),
      rows.map(({ body }) => JSON.stringify(body)),
      rows.map(({ recordedAt }) => recordedAt),
      rows.map(({ parkedFor = null }) => parkedFor),
    ],
  );
}

/** SQL that is true when a row is not parked and no parked one stands before it in its key. */
const isFree = (work: string): string =>
  `work.parked_at IS NULL AND NOT EXISTS (SELECT FROM ${work} AS before
     WHERE before.kind = work.kind AND before.key = work.key AND before.parked_at IS NOT NULL AND before.seq < work.seq)`;

/** Rows that can be done now, oldest first. */
export async function workToDo(
  manager: EntityManager,
  kinds: readonly string[],
  limit: number,
): Promise<readonly KeptWork[]> {
  const work = tableIn(manager, 'work');
  return manager.query(
    `SELECT ${NAMES} FROM ${work} AS work WHERE kind = ANY($1) AND ${isFree(work)} ORDER BY seq LIMIT ${String(limit)}`,
    [kinds],
  );
}

/** Where the newest row stands; `null` when there is none. */
export async function newestWork(manager: EntityManager): Promise<string | null> {
  const rows: { seq: string | null }[] = await manager.query(
    `SELECT max(seq)::text AS seq FROM ${tableIn(manager, 'work')}`,
  );
  return rows[0]?.seq ?? null;
}

/** How many rows can be done now; no more than `most`, and only up to `upTo` where it is given. */
export async function countWork(
  manager: EntityManager,
  kinds: readonly string[],
  most: number,
  upTo: string | null = null,
): Promise<number> {
  const work = tableIn(manager, 'work');
  const rows: { count: number }[] = await manager.query(
    `SELECT count(*)::int4 AS count FROM (
       SELECT FROM ${work} AS work WHERE kind = ANY($1) AND ($3::bigint IS NULL OR seq <= $3) AND ${isFree(work)} LIMIT $2) AS found`,
    [kinds, most, upTo],
  );
  return rows[0]?.count ?? 0;
}

/** When the oldest event or message was recorded whose row can be done. */
export async function oldestWork(manager: EntityManager, kind: string): Promise<Instant | undefined> {
  const work = tableIn(manager, 'work');
  const rows: { recordedAt: Date }[] = await manager.query(
    `SELECT recorded_at AS "recordedAt" FROM ${work} AS work WHERE kind = $1 AND ${isFree(work)} ORDER BY seq LIMIT 1`,
    [kind],
  );
  const oldest = rows[0]?.recordedAt;
  return oldest && instantFromMillis(oldest.getTime());
}

/** Keeps everybody else from trying or dismissing the parked rows of a key, until the transaction ends. */
export async function lockParked(manager: EntityManager, { kind, key }: Pick<WorkRow, 'kind' | 'key'>): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
    JSON.stringify([schemaOf(manager), kind, key]),
  ]);
}

/** True while a row is there. */
export async function isKept(manager: EntityManager, { kind, id }: Pick<WorkRow, 'kind' | 'id'>): Promise<boolean> {
  const rows: unknown[] = await manager.query(`SELECT FROM ${tableIn(manager, 'work')} WHERE kind = $1 AND id = $2`, [
    kind,
    id,
  ]);
  return rows.length > 0;
}

/** Deletes rows that are done. */
export async function strikeOff(manager: EntityManager, rows: readonly Pick<WorkRow, 'kind' | 'id'>[]): Promise<void> {
  await manager.query(
    `DELETE FROM ${tableIn(manager, 'work')} AS work USING unnest($1::text[], $2::text[]) AS done (kind, id)
     WHERE work.kind = done.kind AND work.id = done.id`,
    [rows.map(({ kind }) => kind), rows.map(({ id }) => id)],
  );
}

/** Gives a row up, for now. */
export async function parkWork(
  manager: EntityManager,
  { kind, id }: Pick<WorkRow, 'kind' | 'id'>,
  reason: string,
  tries: number,
): Promise<void> {
  await manager.query(
    `UPDATE ${tableIn(manager, 'work')} SET parked_at = coalesce(parked_at, clock_timestamp()), reason = $3, tries = tries + $4
     WHERE kind = $1 AND id = $2`,
    [kind, id, reason, tries],
  );
}

/** A row that is parked, or waits behind one. */
export type ParkedRow = WorkRow & Pick<ParkedMessage, 'reason' | 'tries' | 'digest' | 'parkedAt'>;

/** A message that was heard is kept among the facts. Anything else is kept in the row alone. */
const DIGEST = `encode(sha256(convert_to(concat_ws(E'\n', work.id, work.key, work.body::text), 'UTF8')
  || coalesce(facts.data, ''::bytea)), 'hex')`;

/** The parked rows of some kinds and those that wait behind them, oldest first; of one key or id when it is given. */
export async function parkedWork(
  manager: EntityManager,
  kinds: readonly string[],
  { key, id }: { readonly key?: string | undefined; readonly id?: string } = {},
): Promise<readonly ParkedRow[]> {
  const work = tableIn(manager, 'work');
  const rows: (Omit<ParkedRow, 'parkedAt'> & { parkedAt: Date })[] = await manager.query(
    `SELECT ${NAMES}, work.reason, work.tries, coalesce(work.parked_at, held.parked_at) AS "parkedAt", ${DIGEST} AS digest
     FROM ${work} AS work JOIN (
       SELECT kind, key, min(seq) AS seq, min(parked_at) AS parked_at FROM ${work}
       WHERE kind = ANY($1) AND parked_at IS NOT NULL AND ($2::text IS NULL OR key = $2) GROUP BY kind, key
     ) AS held USING (kind, key) LEFT JOIN ${tableIn(manager, 'facts')} AS facts ON facts.message_id = work.id
     WHERE work.seq >= held.seq AND ($3::text IS NULL OR work.id = $3) ORDER BY work.seq`,
    [kinds, key ?? null, id ?? null],
  );
  return rows.map((row) => ({ ...row, parkedAt: instantFromMillis(row.parkedAt.getTime()) }));
}

/** The row of a kind with an id, if it is parked or waits behind one. */
export async function parkedRow(manager: EntityManager, kind: string, id: string): Promise<ParkedRow | undefined> {
  const [row] = await parkedWork(manager, [kind], { id });
  return row;
}

/** The parked messages of some kinds, as an operator may see them. */
export async function parkedMessages(
  manager: EntityManager,
  kinds: readonly string[],
): Promise<readonly ParkedMessage[]> {
  const rows = await parkedWork(manager, kinds);
  return rows.map(({ kind: work, id, key, reason, tries, digest, parkedAt }) => ({
    ...{ work, id, key, reason, tries, digest, parkedAt },
  }));
}
