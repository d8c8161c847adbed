import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The log of who has read a dossier (I-40). */
export class DossierReads1738540800410 implements MigrationInterface {
  readonly name = 'DossierReads1738540800410';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE referral.reads');
    await runner.query('DROP FUNCTION referral.refuse_change()');
  }
}

const STATEMENTS = [
  `CREATE TABLE referral.reads (
     read_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     case_id uuid NOT NULL,
     dossier integer NOT NULL,
     what text NOT NULL,
     person_id text NOT NULL,
     party text,
     roles text[] NOT NULL,
     purpose text,
     read_at timestamptz NOT NULL
   )`,
  'CREATE INDEX reads_of_dossier ON referral.reads (case_id, dossier, read_id DESC)',
  // Who has read something must not be able to unsay it.
  `CREATE FUNCTION referral.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     RAISE EXCEPTION 'the log of reads only grows (I-40)';
   END $$`,
  `CREATE TRIGGER reads_only_grow BEFORE UPDATE OR DELETE OR TRUNCATE ON referral.reads
   FOR EACH STATEMENT EXECUTE FUNCTION referral.refuse_change()`,
];
