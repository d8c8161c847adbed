import { createTestDatabase } from '@parley/testing';
import { DataSource } from 'typeorm';
import { auditService } from './audit.service';

export interface AuditDatabase {
  readonly dataSource: DataSource;
  readonly url: string;
  drop(): Promise<void>;
}

/** The audit's schema on a database of its own. */
export async function createAuditDatabase(): Promise<AuditDatabase> {
  const database = await createTestDatabase();
  const { context, entities, migrations } = auditService;
  const dataSource = await new DataSource({
    type: 'postgres',
    url: database.url,
    schema: context,
    entities: [...entities],
    migrations: [...migrations],
  }).initialize();
  await dataSource.query(`CREATE SCHEMA ${context}`);
  await dataSource.runMigrations();
  return {
    dataSource,
    url: database.url,
    drop: async () => {
      await dataSource.destroy();
      await database.drop();
    },
  };
}
