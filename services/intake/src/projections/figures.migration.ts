import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every run of every clock: when it started, when it was to end, and when it did. */
export class IntakeFigures1738542400100 implements MigrationInterface {
  readonly name = 'IntakeFigures1738542400100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE intake.clock_runs (
      case_id uuid NOT NULL,
      context text NOT NULL,
      deadline_id text NOT NULL,
      run integer NOT NULL,
      clock text NOT NULL,
      stage text NOT NULL,
      awaited text NOT NULL,
      started_at timestamptz NOT NULL,
      due_at timestamptz NOT NULL,
      ended_at timestamptz,
      PRIMARY KEY (case_id, context, deadline_id, run)
    )`);
    await runner.query("INSERT INTO intake.rebuildable (table_name) VALUES ('clock_runs')");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM intake.rebuildable WHERE table_name = 'clock_runs'");
    await runner.query('DROP TABLE intake.clock_runs');
  }
}
