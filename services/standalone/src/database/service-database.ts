import type { ServiceDefinition } from '@parley/platform';
import { DataSource } from 'typeorm';

const POOL_SIZE = 8;

/** Connects a service to its own schema and brings its tables up to date. */
export async function openServiceDatabase({ context, entities, migrations }: ServiceDefinition, url: string): Promise<DataSource> {
  const database = new DataSource({
    type: 'postgres',
    url,
    schema: context,
    entities: [...entities],
    migrations: [...migrations],
    migrationsTableName: 'migrations',
    logging: false,
    poolSize: POOL_SIZE,
    applicationName: `parley-${context}`,
  });
  await database.initialize();
  await database.runMigrations({ transaction: 'each' });
  return database;
}
