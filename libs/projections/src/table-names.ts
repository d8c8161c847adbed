import { quoteName, schemaOf } from '@parley/messaging';
import type { EntityManager } from 'typeorm';
import type { Projection, TableNames } from './projection';

/** The end of the name of a table that is built beside a live one. */
export const SHADOW = '__rebuild';

/** The table that is built beside a live one. */
export const shadowOf = (table: string): string => `${table}${SHADOW}`;

const namesOf =
  (manager: Pick<EntityManager, 'dataSource'>, projection: Projection, rename: (table: string) => string): TableNames =>
  (table) => {
    if (!projection.tables.includes(table))
      throw new RangeError(`${table} is no table of the projection ${projection.name}`);
    return `${quoteName(schemaOf(manager))}.${quoteName(rename(table))}`;
  };

/** Names the tables that readers see. */
export const liveNames = (manager: Pick<EntityManager, 'dataSource'>, projection: Projection): TableNames =>
  namesOf(manager, projection, (table) => table);

/** Names the tables of a rebuild. */
export const shadowNames = (manager: Pick<EntityManager, 'dataSource'>, projection: Projection): TableNames =>
  namesOf(manager, projection, shadowOf);
