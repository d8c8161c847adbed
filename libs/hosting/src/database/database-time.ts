/** Asks a database for its clock. @returns milliseconds since 1970 @throws what the query throws */
export async function databaseTime(query: (sql: string) => Promise<unknown>): Promise<number> {
  const rows = (await query('SELECT extract(epoch FROM clock_timestamp())::float8 * 1000 AS now')) as { now: number }[];
  return rows[0]?.now ?? NaN;
}
