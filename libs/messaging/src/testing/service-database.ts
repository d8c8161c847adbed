import { createTestDatabase } from '@parley/testing';
import { DataSource } from 'typeorm';
import { bookkeepingMigrations } from '../bookkeeping.migration';
import { quoteName, type MigrationClass } from '../bookkeeping-table';

/** A service's schema on a database of its own, with its bookkeeping tables. */
export interface ServiceDatabase {
  readonly dataSource: DataSource;
  /** The address for the test server's superuser. */
  readonly url: string;
  /** One more, as another process of the same service would have it. The caller destroys it. */
  connect(): Promise<DataSource>;
  drop(): Promise<void>;
}

/** Makes the database for one spec file. */
export async function createServiceDatabase(
  schema: string,
  migrations: readonly MigrationClass[] = [],
): Promise<ServiceDatabase> {
  const database = await createTestDatabase();
  const open = (more: object): Promise<DataSource> =>
    new DataSource({ type: 'postgres', url: database.url, schema, ...more }).initialize();
  const dataSource = await open({ migrations: [...bookkeepingMigrations(schema), ...migrations] });
  await dataSource.query(`CREATE SCHEMA ${quoteName(schema)}`);
  await dataSource.runMigrations();
  return {
    dataSource,
    url: database.url,
    connect: () => open({}),
    drop: async () => {
      await dataSource.destroy();
      await database.drop();
    },
  };
}
