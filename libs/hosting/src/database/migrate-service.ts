import { DataSource } from 'typeorm';
import type { StoredService } from './prepare-database';
import { MIGRATIONS_TABLE } from './missing-migrations';

/** Brings a service's tables up to date, as their owner. */
export async function migrateService(
  { context, migrations }: StoredService,
  adminUrl: string,
  owner: string,
): Promise<void> {
  const database = new DataSource({
    type: 'postgres',
    url: adminUrl,
    schema: context,
    migrations: [...migrations],
    migrationsTableName: MIGRATIONS_TABLE,
    logging: false,
    poolSize: 1,
    applicationName: 'parley-migrations',
    // The role is set from the first statement on, so that nothing is made in any other name.
    extra: { options: `-c role=${owner.replaceAll(/[\s\\]/g, '\\$&')}` },
  });
  await database.initialize();
  try {
    await database.runMigrations({ transaction: 'each' });
  } finally {
    await database.destroy();
  }
}
