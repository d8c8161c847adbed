import { quoteName, type MigrationClass } from '@parley/messaging';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The migration that makes a service's log of reads (I-40). Nobody may erase having read something, so a trigger lets
 * the log only grow.
 * @param schema of the service; it exists already and belongs to the service's role
 */
export function readsMigration(schema: string): MigrationClass {
  const own = quoteName(schema);
  return class Reads1738540800010 implements MigrationInterface {
    readonly name = 'Reads1738540800010';

    async up(runner: QueryRunner): Promise<void> {
      for (const statement of statements(own)) await runner.query(statement);
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query(`DROP TABLE ${own}.reads`);
      await runner.query(`DROP FUNCTION ${own}.refuse_change()`);
    }
  };
}

const statements = (own: string): readonly string[] => [
  `CREATE TABLE ${own}.reads (
     read_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     case_id uuid,
     subject text NOT NULL,
     what text NOT NULL,
     tier text NOT NULL,
     person_id text NOT NULL,
     party text,
     roles text[] NOT NULL,
     purpose text,
     read_at timestamptz NOT NULL
   )`,
  `CREATE INDEX reads_of_subject ON ${own}.reads (case_id, subject, read_id DESC)`,
  `CREATE FUNCTION ${own}.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     RAISE EXCEPTION 'the log of reads only grows (I-40)';
   END $$`,
  `CREATE TRIGGER reads_only_grow BEFORE UPDATE OR DELETE OR TRUNCATE ON ${own}.reads
   FOR EACH STATEMENT EXECUTE FUNCTION ${own}.refuse_change()`,
];
