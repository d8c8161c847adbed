import { quoteName, schemaOf } from '@parley/messaging';
import type { EntityManager } from 'typeorm';
import type { Projection } from './projection';

/** Makes an empty table beside each live one, with its columns, defaults, constraints and indexes. */
export const createShadowTables = (manager: EntityManager, projection: Projection): Promise<void> =>
  asOwner(manager, projection, 'make_shadow');

/** Puts the shadow tables in the place of the live ones, under the names that the live ones' indexes had. */
export const swapTables = (manager: EntityManager, projection: Projection): Promise<void> =>
  asOwner(manager, projection, 'swap_shadow');

/** The service's role can neither make nor drop a table; the functions of `rebuildMigration` do it for read models. */
async function asOwner(
  manager: EntityManager,
  { tables }: Projection,
  act: 'make_shadow' | 'swap_shadow',
): Promise<void> {
  for (const table of tables) await manager.query(`SELECT ${quoteName(schemaOf(manager))}.${act}($1)`, [table]);
}
