import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables of this service: uploads that wait for an act, bytes that exhibits use, and the log of reads. */
export class EvidenceTables1738540800200 implements MigrationInterface {
  readonly name = 'EvidenceTables1738540800200';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE evidence.reads, evidence.bytes_in_use, evidence.uploads');
    await runner.query('DROP FUNCTION evidence.refuse_change()');
  }
}

const TABLES = [
  // `size_bytes` is null until the bytes have come in whole.
  `CREATE TABLE evidence.uploads (
     upload_id uuid PRIMARY KEY,
     party text NOT NULL,
     received_by text NOT NULL,
     digest text NOT NULL,
     size_bytes bigint,
     expires_at timestamptz NOT NULL
   )`,
  'CREATE INDEX uploads_by_digest ON evidence.uploads (digest)',
  'CREATE INDEX uploads_of_party ON evidence.uploads (party, expires_at)',
  'CREATE INDEX uploads_expiring ON evidence.uploads (expires_at)',
  'CREATE TABLE evidence.bytes_in_use (digest text PRIMARY KEY)',
  `CREATE TABLE evidence.reads (
     read_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     case_id uuid NOT NULL,
     exhibit text NOT NULL,
     tier text NOT NULL,
     kind text NOT NULL,
     person_id text NOT NULL,
     party text,
     roles text[] NOT NULL,
     purpose text,
     read_at timestamptz NOT NULL
   )`,
  'CREATE INDEX reads_of_exhibit ON evidence.reads (case_id, exhibit, read_id DESC)',
  // Who has read something must not be able to unsay it.
  `CREATE FUNCTION evidence.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     RAISE EXCEPTION 'the log of reads only grows (I-40)';
   END $$`,
  `CREATE TRIGGER reads_only_grow BEFORE UPDATE OR DELETE OR TRUNCATE ON evidence.reads
   FOR EACH STATEMENT EXECUTE FUNCTION evidence.refuse_change()`,
];
