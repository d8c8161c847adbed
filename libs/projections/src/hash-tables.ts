import { quoteName, schemaOf } from '@parley/messaging';
import type { EntityManager } from 'typeorm';

/**
 * A digest of each table's content, whatever the order of its rows: equal digests mean equal content.
 * @returns lower-case hexadecimal SHA-256 by table name
 */
export async function hashTables(
  manager: EntityManager,
  tables: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const own = quoteName(schemaOf(manager));
  const hashes: Record<string, string> = {};
  for (const table of tables) {
    const rows: { hash: string }[] = await manager.query(
      `SELECT encode(sha256(coalesce(string_agg(hash, ''::bytea ORDER BY hash), ''::bytea)), 'hex') AS hash
       FROM (SELECT sha256(convert_to(held::text, 'UTF8')) AS hash FROM ${own}.${quoteName(table)} AS held) AS hashed`,
    );
    hashes[table] = rows[0]?.hash ?? '';
  }
  return hashes;
}
