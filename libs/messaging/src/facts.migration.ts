import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quoteName, type MigrationClass } from './bookkeeping-table';

/** All columns but `known`, which says whether a version knows the type. */
const AS_IT_CAME =
  'message_id, subject, source, type, tier, happened_at, recorded_at, sequence, data, traceparent, ' +
  'actor_id, actor_role, actor_party';

/**
 * The migration that makes the inbox, the table of what other contexts told, as it came. Decisions rest on it, so a
 * trigger keeps a holder of the service's role from changing or removing what was told. A lost table is recovered by
 * hearing everything again from the first message on.
 * @param schema of the service
 */
export function factsMigration(schema: string): MigrationClass {
  const table = `${quoteName(schema)}.facts`;
  const refusal = `${quoteName(schema)}.refuse_other_facts`;
  return class Facts1748736100000 implements MigrationInterface {
    readonly name = 'Facts1748736100000';

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(
        `CREATE TABLE ${table} (
           message_id text PRIMARY KEY,
           subject text NOT NULL,
           source text NOT NULL,
           type text NOT NULL,
           tier text NOT NULL,
           happened_at timestamptz NOT NULL,
           recorded_at timestamptz NOT NULL,
           sequence bigint NOT NULL,
           data bytea NOT NULL,
           traceparent text,
           known boolean NOT NULL,
           actor_id text,
           actor_role text,
           actor_party text
         )`,
      );
      await runner.query(`CREATE INDEX facts_of_case ON ${table} (subject)`);
      // Facts of a type that the version that heard them did not know. A later version makes up for that.
      await runner.query(`CREATE INDEX facts_unknown ON ${table} (type) WHERE NOT known`);
      await runner.query(
        `CREATE FUNCTION ${refusal}() RETURNS trigger LANGUAGE plpgsql AS $$
         BEGIN
           RAISE EXCEPTION 'what was told stays as it came';
         END $$`,
      );
      await runner.query(
        `CREATE TRIGGER facts_stay BEFORE UPDATE OF ${AS_IT_CAME} OR DELETE OR TRUNCATE ON ${table}
         FOR EACH STATEMENT EXECUTE FUNCTION ${refusal}()`,
      );
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query(`DROP TABLE ${table}`);
      await runner.query(`DROP FUNCTION ${refusal}()`);
    }
  };
}

/**
 * The migration that lets the inbox keep what the record calls an event. What was heard before has no name here.
 * @param schema of the service
 */
export function namedFactsMigration(schema: string): MigrationClass {
  const [table, refusal] = [`${quoteName(schema)}.facts`, `${quoteName(schema)}.refuse_other_facts`];
  const guard = (columns: string): string =>
    `CREATE OR REPLACE TRIGGER facts_stay BEFORE UPDATE OF ${columns} OR DELETE OR TRUNCATE ON ${table}
     FOR EACH STATEMENT EXECUTE FUNCTION ${refusal}()`;
  return class NamedFacts1764576000000 implements MigrationInterface {
    readonly name = 'NamedFacts1764576000000';

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(`ALTER TABLE ${table} ADD COLUMN event text`);
      await runner.query(guard(`${AS_IT_CAME}, event`));
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query(guard(AS_IT_CAME));
      await runner.query(`ALTER TABLE ${table} DROP COLUMN event`);
    }
  };
}
