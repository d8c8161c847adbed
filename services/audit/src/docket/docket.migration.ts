import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The tables of the public docket. They use `json` and not `jsonb`: texts must be kept as they were written, and
 * `jsonb` refuses some texts that the record can hold.
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
    await runner.query('CREATE INDEX docket_line_of_year ON audit.docket_line (year, first_serial DESC)');
    await runner.query('CREATE INDEX docket_line_of_stage ON audit.docket_line (stage, first_serial DESC)');
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

/** The docket can be asked for an outcome. Lines of before have it after a rebuild. */
export class DocketOutcomes1738542900000 implements MigrationInterface {
  readonly name = 'DocketOutcomes1738542900000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE audit.docket_line ADD COLUMN outcome text');
    await runner.query('CREATE INDEX docket_line_of_outcome ON audit.docket_line (outcome, first_serial DESC)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE audit.docket_line DROP COLUMN outcome');
  }
}

/** The docket can be asked for a status, and for what is due in a span of time. A rebuild tells it of older lines. */
export class DocketDue1738543200000 implements MigrationInterface {
  readonly name = 'DocketDue1738543200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE audit.docket_line
         ADD COLUMN status text NOT NULL DEFAULT 'registered', ADD COLUMN due jsonb NOT NULL DEFAULT '[]'`,
    );
    await runner.query("UPDATE audit.docket_line SET status = 'ended' WHERE outcome IS NOT NULL");
    await runner.query('CREATE INDEX docket_line_of_status ON audit.docket_line (status, first_serial DESC)');
    await runner.query("CREATE INDEX docket_line_due ON audit.docket_line (first_serial DESC) WHERE due <> '[]'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE audit.docket_line DROP COLUMN due, DROP COLUMN status');
  }
}

/** The docket can be asked for what cases complain of. A rebuild tells it of older lines. */
export class DocketComplainedOf1738543300000 implements MigrationInterface {
  readonly name = 'DocketComplainedOf1738543300000';

  async up(runner: QueryRunner): Promise<void> {
    for (const column of ['agreements', 'measure_numbers']) {
      await runner.query(`ALTER TABLE audit.docket_line ADD COLUMN ${column} jsonb NOT NULL DEFAULT '[]'`);
      await runner.query(
        `CREATE INDEX docket_line_of_${column} ON audit.docket_line USING gin (${column} jsonb_path_ops)`,
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE audit.docket_line DROP COLUMN measure_numbers, DROP COLUMN agreements');
  }
}
