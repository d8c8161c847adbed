import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The tables of the public docket. `json` and not `jsonb`: what somebody once wrote must be kept as it is, and `jsonb`
 * refuses some texts that the record can hold.
 */
export class DocketTables1738540900000 implements MigrationInterface {
  readonly name = 'DocketTables1738540900000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE audit.docket_line (
      docket_number text PRIMARY KEY,
      case_id text NOT NULL,
      complainant text NOT NULL,
      respondent text NOT NULL,
      year integer NOT NULL,
      stage text NOT NULL,
      first_serial integer NOT NULL,
      line json NOT NULL
    )`);
    await runner.query('CREATE UNIQUE INDEX docket_line_order ON audit.docket_line (first_serial DESC)');
    await runner.query(`CREATE TABLE audit.docket_entry (
      serial integer PRIMARY KEY,
      docket_number text NOT NULL,
      recorded_at timestamptz NOT NULL,
      entry json NOT NULL
    )`);
    await runner.query('CREATE INDEX docket_entry_of_case ON audit.docket_entry (docket_number, serial)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE audit.docket_entry, audit.docket_line');
  }
}
