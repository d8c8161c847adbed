import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quoteName, type MigrationClass } from './bookkeeping-table';

/**
 * The migration that makes the table in which the instances of one group collect how far each partition of a context
 * was heard. Its content can be lost: the next marks say it again.
 * @param schema of the service
 */
export function partitionProgressMigration(schema: string): MigrationClass {
  const table = `${quoteName(schema)}.partition_progress`;
  return class PartitionProgress1748736000000 implements MigrationInterface {
    readonly name = 'PartitionProgress1748736000000';

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(
        `CREATE TABLE ${table} (
           grp text NOT NULL,
           context text NOT NULL,
           partition integer NOT NULL,
           instant timestamptz NOT NULL,
           PRIMARY KEY (grp, context, partition)
         )`,
      );
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query(`DROP TABLE ${table}`);
    }
  };
}
