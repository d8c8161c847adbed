import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the registry's desk has done about its steps. */
export class IntakeDesk1738542300100 implements MigrationInterface {
  readonly name = 'IntakeDesk1738542300100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE intake.desk_work (
      case_id uuid NOT NULL,
      context text NOT NULL,
      deadline_id text NOT NULL,
      assignee text,
      expected_on text,
      PRIMARY KEY (case_id, context, deadline_id)
    )`);
    await runner.query("INSERT INTO intake.rebuildable (table_name) VALUES ('desk_work')");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM intake.rebuildable WHERE table_name = 'desk_work'");
    await runner.query('DROP TABLE intake.desk_work');
  }
}
