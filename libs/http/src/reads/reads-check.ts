import { quoteName, schemaOf } from '@parley/messaging';
import type { CountedChain, CountedReads } from '@parley/processes';
import type { DataSource } from 'typeorm';
import { linkOf, SAID_COLUMNS, type ReadSaid } from './linked-reads';

/** What is wrong with the log of reads at one of its places. */
export interface ReadFinding {
  /**
   * `altered`: a read is not the one that was linked. `gone`: a read, or a whole chain, is not there any more.
   * `relinked`: a chain was written anew. `unlinked`: a read is in no chain, or behind the end of its own.
   */
  readonly kind: 'altered' | 'gone' | 'relinked' | 'unlinked';
  readonly chain: string | null;
  readonly n: number | null;
}

/** What a check of a log of reads came to. */
export interface CheckedReads {
  readonly reads: number;
  readonly found: readonly ReadFinding[];
}

interface Row extends ReadSaid {
  readonly id: string;
  readonly chain: string;
  readonly n: string;
  readonly linked: string;
}

const PAGE = 2_000;
const FIRST = '00000000-0000-0000-0000-000000000000';

/**
 * Computes every link of a service's log of reads again and compares each chain with what it was counted as, which
 * stands in the record. A page of it is in memory at once, and an entry for each chain.
 */
export async function checkReads(database: DataSource, counts: Pick<CountedReads, 'all'>): Promise<CheckedReads> {
  const table = `${quoteName(schemaOf(database.manager))}.reads`;
  const counted = await counts.all();
  const found: ReadFinding[] = [];
  const missing = new Set(counted.keys());
  let [reads, at]: [number, Pick<Row, 'chain' | 'n' | 'linked'> | undefined] = [0, undefined];
  for (;;) {
    const rows: Row[] = await database.query(
      `SELECT chain, n, encode(linked, 'hex') AS linked, ${SAID_COLUMNS} FROM ${table}
       WHERE (chain, n) > ($1::uuid, $2::bigint) ORDER BY chain, n LIMIT ${String(PAGE)}`,
      [at?.chain ?? FIRST, at?.n ?? -1],
    );
    for (const row of rows) {
      if (at && at.chain !== row.chain) found.push(...endOf(at, counted.get(at.chain)));
      found.push(...linkAt(row, at?.chain === row.chain ? at : undefined, counted.get(row.chain)));
      missing.delete(row.chain);
      at = row;
    }
    reads += rows.length;
    if (rows.length < PAGE) break;
  }
  if (at) found.push(...endOf(at, counted.get(at.chain)));
  for (const chain of missing) found.push({ kind: 'gone', chain, n: null });
  const [unchained]: { count: number }[] = await database.query(
    `SELECT count(*)::int4 AS count FROM ${table} WHERE chain IS NULL`,
  );
  for (let n = 0; n < (unchained?.count ?? 0); n += 1) found.push({ kind: 'unlinked', chain: null, n: null });
  return { reads, found };
}

/** What is wrong with a read behind the one before it in its chain. */
function linkAt(
  row: Row,
  before: Pick<Row, 'n' | 'linked'> | undefined,
  counted: CountedChain | undefined,
): readonly ReadFinding[] {
  const { chain, linked } = row;
  const n = Number(row.n);
  const place = { chain, n };
  if (n !== (before ? Number(before.n) + 1 : 0)) return [{ kind: 'gone', ...place }];
  if (counted && n >= counted.reads) return [{ kind: 'unlinked', ...place }];
  if (linkOf(row, { ...place, previous: (before?.linked ?? null) as never }) !== linked)
    return [{ kind: 'altered', ...place }];
  return counted && n === counted.reads - 1 && linked !== counted.head ? [{ kind: 'relinked', ...place }] : [];
}

/** What is wrong with the end of a chain. */
const endOf = ({ chain, n }: Pick<Row, 'chain' | 'n'>, counted: CountedChain | undefined): readonly ReadFinding[] =>
  counted && Number(n) < counted.reads - 1 ? [{ kind: 'gone', chain, n: Number(n) + 1 }] : [];
