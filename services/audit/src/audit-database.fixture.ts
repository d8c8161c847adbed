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
  const dataSource = await openAuditDatabase(database.url);
  await dataSource.query(`CREATE SCHEMA ${auditService.context}`);
  await dataSource.runMigrations();
  return {
    dataSource,
    url: database.url,
    drop: async () => {
      if (dataSource.isInitialized) await dataSource.destroy();
      await database.drop();
    },
  };
}

/** Connections of its own to a database, as each process has. */
export function openAuditDatabase(url: string): Promise<DataSource> {
  const { context, entities, migrations } = auditService;
  return new DataSource({
    type: 'postgres',
    url,
    schema: context,
    entities: [...entities],
    migrations: [...migrations],
  }).initialize();
}
