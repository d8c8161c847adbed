import type { EntityManager, MigrationInterface } from 'typeorm';

/** Tables that every service keeps in its own schema, made by the bookkeeping migration. */
export type BookkeepingTable =
  'checkpoint' | 'facts' | 'work' | 'dismissed' | 'timers' | 'feed_progress' | 'partition_progress' | 'pinned';

/** The schema that a service's data source was set up with; `public` when it names none. */
export function schemaOf(manager: Pick<EntityManager, 'dataSource'>): string {
  const { options } = manager.dataSource;
  return options.type === 'postgres' ? (options.schema ?? 'public') : 'public';
}

/** A table's name as SQL takes it, with the service's schema. */
export const tableIn = (manager: Pick<EntityManager, 'dataSource'>, table: BookkeepingTable): string =>
  `${quoteName(schemaOf(manager))}.${table}`;

/** A name as SQL takes it, whatever it holds. */
export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A migration as TypeORM's `migrations` option takes it. */
export type MigrationClass = new () => MigrationInterface;
