import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quoteName, type MigrationClass } from './bookkeeping-table';

/**
 * The migration that makes the table in which a service keeps what must stay as it was at its first start: mode and
 * keys. Lies beside the record, so that a backup of the one has the other.
 * @param schema of the service
 */
export function pinnedMigration(schema: string): MigrationClass {
  const table = `${quoteName(schema)}.pinned`;
  return class Pinned1796083200000 implements MigrationInterface {
    readonly name = 'Pinned1796083200000';

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(
        `CREATE TABLE ${table} (
           name text PRIMARY KEY,
           value text NOT NULL,
           since timestamptz NOT NULL DEFAULT now()
         )`,
      );
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query(`DROP TABLE ${table}`);
    }
  };
}
