import { quoteName, type MigrationClass } from '@parley/messaging';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The migration that lets a service know of a key whose it is, and whether it is a passkey. It follows
 * `partyKeysMigration`.
 * @param schema of the service
 */
export function personsKeysMigration(schema: string): MigrationClass {
  const table = `${quoteName(schema)}.party_keys`;
  return class PersonsKeys1738543700010 implements MigrationInterface {
    readonly name = 'PersonsKeys1738543700010';

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(`ALTER TABLE ${table}
        ADD COLUMN person_id text, ADD COLUMN is_passkey boolean NOT NULL DEFAULT false`);
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query(`ALTER TABLE ${table} DROP COLUMN person_id, DROP COLUMN is_passkey`);
    }
  };
}
