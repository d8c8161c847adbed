import { quoteName, type MigrationClass } from '@parley/messaging';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The migration that makes a service's table of the keys of the parties.
 * @param schema of the service; it exists already and belongs to the service's role
 */
export function partyKeysMigration(schema: string): MigrationClass {
  const own = quoteName(schema);
  return class PartyKeys1738543600010 implements MigrationInterface {
    readonly name = 'PartyKeys1738543600010';

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(`CREATE TABLE ${own}.party_keys (
        party text NOT NULL,
        thumbprint text NOT NULL,
        jwk text NOT NULL,
        begins_at timestamptz NOT NULL,
        ends_at timestamptz,
        required boolean NOT NULL,
        PRIMARY KEY (party, thumbprint)
      )`);
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query(`DROP TABLE ${own}.party_keys`);
    }
  };
}
