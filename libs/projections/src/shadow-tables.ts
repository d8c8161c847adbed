import { quoteName, schemaOf } from '@parley/messaging';
import type { EntityManager } from 'typeorm';
import type { Projection } from './projection';
import { liveNames, shadowNames, shadowOf } from './table-names';

/** Makes an empty table beside each live one, with its columns, defaults, constraints and indexes. */
export async function createShadowTables(manager: EntityManager, projection: Projection): Promise<void> {
  const live = liveNames(manager, projection);
  const shadow = shadowNames(manager, projection);
  for (const table of projection.tables) {
    await manager.query(`DROP TABLE IF EXISTS ${shadow(table)}`);
    await manager.query(`CREATE TABLE ${shadow(table)} (LIKE ${live(table)} INCLUDING ALL)`);
  }
}

/** Puts the shadow tables in the place of the live ones, under the names that the live ones' indexes had. */
export async function swapTables(manager: EntityManager, projection: Projection): Promise<void> {
  const live = liveNames(manager, projection);
  const shadow = shadowNames(manager, projection);
  for (const table of projection.tables) {
    const names = await indexNames(manager, table, shadowOf(table));
    await manager.query(`DROP TABLE ${live(table)}`);
    await manager.query(`ALTER TABLE ${shadow(table)} RENAME TO ${quoteName(table)}`);
    const own = quoteName(schemaOf(manager));
    for (const { from, to } of names) await manager.query(`ALTER INDEX ${own}.${quoteName(from)} RENAME TO ${quoteName(to)}`);
  }
}

/** Pairs the indexes of two tables that are defined alike. */
async function indexNames(manager: EntityManager, live: string, shadow: string) {
  const rows: { table: string; name: string; definition: string }[] = await manager.query(
    `SELECT tablename AS table, indexname AS name, regexp_replace(indexdef, ' INDEX .* USING ', ' INDEX USING ') AS definition
     FROM pg_indexes WHERE schemaname = $1 AND tablename = ANY($2) ORDER BY indexname`,
    [schemaOf(manager), [live, shadow]],
  );
  const wanted = rows.filter((row) => row.table === live);
  return rows
    .filter((row) => row.table === shadow)
    .flatMap(({ name, definition }) => {
      const at = wanted.findIndex((row) => row.definition === definition);
      const [match] = at < 0 ? [] : wanted.splice(at, 1);
      return match ? [{ from: name, to: match.name }] : [];
    });
}
