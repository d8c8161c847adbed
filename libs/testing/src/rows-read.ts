/** One connection to the database that reads. */
export interface Reading {
  query(sql: string, parameters?: readonly unknown[]): Promise<unknown>;
}

/**
 * How many rows of a table a reading takes, one by one or through an index. Unlike the time taken, this reveals a plan
 * that looks at everything.
 * @param connection the connection that `read` uses
 * @param table with its schema
 */
export async function rowsRead(connection: Reading, table: string, read: () => Promise<unknown>): Promise<number> {
  const [schema, name] = table.split('.');
  const soFar = async (): Promise<number> => {
    await connection.query('SELECT pg_stat_force_next_flush()');
    const found = await connection.query(
      `SELECT (seq_tup_read + idx_tup_fetch)::int AS rows FROM pg_stat_user_tables
       WHERE schemaname = $1 AND relname = $2`,
      [schema, name],
    );
    const [row] = found as readonly { readonly rows: number }[];
    if (row === undefined) throw new RangeError(`there is no table ${table}`);
    return row.rows;
  };
  const before = await soFar();
  await read();
  return (await soFar()) - before;
}
