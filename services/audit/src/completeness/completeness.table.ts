import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The results of the nightly checks. They are facts of operations and no part of any case. */
export class CompletenessTables1738541200000 implements MigrationInterface {
  readonly name = 'CompletenessTables1738541200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE audit.completeness (
      case_id text PRIMARY KEY,
      checked_at timestamptz NOT NULL,
      gaps json NOT NULL
    )`);
    // One run a day, by the process that comes first.
    await runner.query(`CREATE TABLE audit.completeness_run (
      day date PRIMARY KEY,
      started_at timestamptz NOT NULL,
      ended_at timestamptz,
      cases integer NOT NULL DEFAULT 0,
      incomplete integer NOT NULL DEFAULT 0
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE audit.completeness, audit.completeness_run');
  }
}

/** What the nightly walk over the whole record came to, beside the run that it was part of. */
export class RecordWalk1738543500000 implements MigrationInterface {
  readonly name = 'RecordWalk1738543500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE audit.completeness_run
      ADD COLUMN walked_at timestamptz,
      ADD COLUMN events bigint,
      ADD COLUMN found json,
      ADD COLUMN first_found json`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE audit.completeness_run
      DROP COLUMN walked_at, DROP COLUMN events, DROP COLUMN found, DROP COLUMN first_found`);
  }
}
