import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables of this service: uploads that wait for an act, and bytes that exhibits use. */
export class EvidenceTables1738540800200 implements MigrationInterface {
  readonly name = 'EvidenceTables1738540800200';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE evidence.bytes_in_use, evidence.uploads');
  }
}

/** Timers follow the clocks of translations; they are a read model like the others. */
export class EvidenceTimers1738541100200 implements MigrationInterface {
  readonly name = 'EvidenceTimers1738541100200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`INSERT INTO evidence.rebuildable (table_name) VALUES ('timers'), ('capacities')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM evidence.rebuildable WHERE table_name IN ('timers', 'capacities')`);
  }
}

/** What an upload may be by its first bytes; of those that are there already nobody knows. */
export class EvidenceFormats1738543000200 implements MigrationInterface {
  readonly name = 'EvidenceFormats1738543000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE evidence.uploads ADD COLUMN could_be text[]');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE evidence.uploads DROP COLUMN could_be');
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
  'CREATE TABLE evidence.bytes_in_use (upload_id uuid PRIMARY KEY, party text NOT NULL, digest text NOT NULL)',
  'CREATE INDEX bytes_in_use_by_digest ON evidence.bytes_in_use (digest, party)',
];
