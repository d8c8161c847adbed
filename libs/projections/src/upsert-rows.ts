import { quoteName } from '@parley/messaging';
import type { EntityManager } from 'typeorm';

/** A table as an upsert needs to know it. */
export interface UpsertTarget<Row> {
  /** The name from `TableNames`, as SQL takes it. */
  readonly table: string;
  /** Columns of the primary key. */
  readonly key: readonly (keyof Row & string)[];
  /**
   * PostgreSQL type of every column that is written, such as `text` or `timestamptz`; no arrays: those go as `jsonb`.
   * The value of a `json` or `jsonb` column is an object, an array, or JSON as text; JSON's `null` is written as NULL.
   */
  readonly columns: Readonly<Record<keyof Row & string, string>>;
}

/** Bigger batches gain nothing and hold more memory, as measured in the README. */
const BATCH = 1_000;

/**
 * Writes rows by key, a thousand in one statement, which is at least twenty times as fast as one upsert for each. Of
 * two rows with the same key the later one stands.
 */
export async function upsertRows<Row extends object>(
  manager: EntityManager,
  target: UpsertTarget<Row>,
  rows: readonly Row[],
): Promise<void> {
  const unique = [
    ...new Map(rows.map((row) => [JSON.stringify(target.key.map((column) => row[column])), row])).values(),
  ];
  if (unique.length === 0) return;
  const columns = Object.keys(target.columns) as (keyof Row & string)[];
  const sql = upsertSql(target, columns);
  for (let at = 0; at < unique.length; at += BATCH) {
    const batch = unique.slice(at, at + BATCH);
    await manager.query(
      sql,
      columns.map((column) =>
        listed(
          target.columns[column],
          batch.map((row) => row[column]),
        ),
      ),
    );
  }
}

/** JSON goes as one array of JSON. In an array of texts every quote would be escaped once more. */
const listed = (type: string, values: readonly unknown[]): unknown =>
  isJson(type) ? `[${values.map(jsonOf).join(',')}]` : values;

const isJson = (type: string): boolean => type === 'json' || type === 'jsonb';
const jsonOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value ?? null));

function upsertSql<Row>(
  { table, key, columns: types }: UpsertTarget<Row>,
  columns: readonly (keyof Row & string)[],
): string {
  const quoted = columns.map(quoteName);
  const lists = columns.map((column, index) =>
    isJson(types[column]) ? `json_array_elements($${index + 1}::json)` : `unnest($${index + 1}::${types[column]}[])`,
  );
  const values = columns.map((column, index) => {
    const name = quoted[index] ?? '';
    return isJson(types[column]) ? `CASE WHEN json_typeof(${name}) <> 'null' THEN ${name}::${types[column]} END` : name;
  });
  const set = columns
    .filter((column) => !key.includes(column))
    .map((column) => `${quoteName(column)} = excluded.${quoteName(column)}`);
  return (
    `INSERT INTO ${table} (${quoted.join(', ')}) SELECT ${values.join(', ')} ` +
    `FROM ROWS FROM (${lists.join(', ')}) AS given (${quoted.join(', ')}) ` +
    `ON CONFLICT (${key.map(quoteName).join(', ')}) DO ${set.length === 0 ? 'NOTHING' : `UPDATE SET ${set.join(', ')}`}`
  );
}
