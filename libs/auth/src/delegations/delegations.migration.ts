import { quoteName, type MigrationClass } from '@parley/messaging';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The migration that makes a service's table of delegations.
 * @param schema of the service; it exists already and belongs to the service's role
 */
export function delegationsMigration(schema: string): MigrationClass {
  const own = quoteName(schema);
  return class Delegations1738542200010 implements MigrationInterface {
    readonly name = 'Delegations1738542200010';

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(`CREATE TABLE ${own}.delegations (
        delegation_id text PRIMARY KEY,
        party text NOT NULL,
        person_id text NOT NULL,
        scope text NOT NULL,
        begins_at timestamptz NOT NULL,
        ends_at timestamptz
      )`);
      await runner.query(`CREATE INDEX delegations_of_person ON ${own}.delegations (party, person_id)`);
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query(`DROP TABLE ${own}.delegations`);
    }
  };
}
