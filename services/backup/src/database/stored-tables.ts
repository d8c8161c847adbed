import { escapeIdentifier, type Client } from 'pg';
import { SCHEMAS } from '../services';

/** A table whose rows are kept. */
export interface StoredTable {
  readonly schema: string;
  readonly name: string;
  readonly owner: string;
  /** In the order of the table, without those that the database computes. */
  readonly columns: readonly string[];
  /** By what its rows are put in order: its key, as bytes, so that the order is the same in any database. */
  readonly order: readonly string[];
}

/** Where a sequence stands. */
export interface StoredSequence {
  readonly schema: string;
  readonly name: string;
  /** As text, since it may be larger than a number of ours. */
  readonly value: string;
  readonly isCalled: boolean;
}

/** Tables that the preparation of a database fills by itself: they say what the database is, and are compared. */
const MADE_ANEW = ['migrations', 'rebuildable', 'schema_files', 'writers', 'readers'];

export async function storedTables(client: Client): Promise<readonly StoredTable[]> {
  const { rows } = await client.query<StoredTable>(
    `SELECT n.nspname AS schema, c.relname AS name, pg_get_userbyid(c.relowner) AS owner,
            array_agg(a.attname::text ORDER BY a.attnum) AS columns,
            ARRAY(SELECT quote_ident(k.attname) || CASE WHEN k.attcollation = 0 THEN '' ELSE ' COLLATE "C"' END
                    FROM pg_index i JOIN pg_attribute k ON k.attrelid = i.indrelid AND k.attnum = ANY (i.indkey)
                   WHERE i.indrelid = c.oid AND i.indisprimary ORDER BY k.attnum) AS order
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE c.relkind = 'r' AND n.nspname = ANY ($1) AND NOT c.relname = ANY ($2)
        AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      GROUP BY c.oid, n.nspname ORDER BY 1, 2`,
    [SCHEMAS, MADE_ANEW],
  );
  // What another table names has to be there first.
  const named = ['webhook_receivers'];
  return rows.toSorted((one, other) => Number(named.includes(other.name)) - Number(named.includes(one.name)));
}

export async function storedSequences(client: Client): Promise<readonly StoredSequence[]> {
  const { rows } = await client.query<{ schema: string; name: string }>(
    `SELECT schemaname AS schema, sequencename AS name FROM pg_sequences WHERE schemaname = ANY ($1) ORDER BY 1, 2`,
    [SCHEMAS],
  );
  const sequences: StoredSequence[] = [];
  for (const each of rows) {
    const found = await client.query<{ value: string; isCalled: boolean }>(
      `SELECT last_value::text AS value, is_called AS "isCalled" FROM ${quoted(each)}`,
    );
    for (const at of found.rows) sequences.push({ ...each, ...at });
  }
  return sequences;
}

/** What the schemas have had: the names of their migrations, and the digests of the event store's files. */
export async function schemaVersion(client: Client): Promise<readonly string[]> {
  const found: string[] = [];
  for (const schema of SCHEMAS) {
    const [table, column] =
      schema === 'event_store' ? ['schema_files', `name || ' ' || digest`] : ['migrations', 'name'];
    const there = await client.query<{ there: boolean }>(`SELECT to_regclass($1) IS NOT NULL AS there`, [
      `${schema}.${table}`,
    ]);
    if (there.rows[0]?.there !== true) continue;
    const { rows } = await client.query<{ name: string }>(
      `SELECT ${column} AS name FROM ${quoted({ schema, name: table })} ORDER BY 1`,
    );
    found.push(...rows.map(({ name }) => `${schema} ${name}`));
  }
  return found;
}

/** Begins a transaction that sees one moment, and every row of it, or fails. */
export async function beginSnapshot(client: Client): Promise<void> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  // A policy that hides rows is an error here.
  await client.query(
    'SET LOCAL row_security = off; SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0',
  );
}

/** Acts as the owner of a table, who reads and fills it. Whoever prepared the database may do that. */
export const asOwner = ({ owner }: Pick<StoredTable, 'owner'>): string => `SET LOCAL ROLE ${escapeIdentifier(owner)}`;

/** Reads a table in an order that is the same again after it was restored. */
export function readingOf(table: StoredTable): string {
  const columns = table.columns.map(escapeIdentifier);
  const order = table.order.length > 0 ? table.order : columns.map((column) => `${column}::text COLLATE "C"`);
  return `COPY (SELECT ${columns.join(', ')} FROM ${quoted(table)} ORDER BY ${order.join(', ')}) TO STDOUT`;
}

export const fillingOf = (table: Pick<StoredTable, 'schema' | 'name' | 'columns'>): string =>
  `COPY ${quoted(table)} (${table.columns.map(escapeIdentifier).join(', ')}) FROM STDIN`;

export const isEvents = ({ schema, name }: Pick<StoredTable, 'schema' | 'name'>): boolean =>
  schema === 'event_store' && name === 'events';

const quoted = ({ schema, name }: { readonly schema: string; readonly name: string | undefined }): string =>
  `${escapeIdentifier(schema)}.${escapeIdentifier(name ?? '')}`;
