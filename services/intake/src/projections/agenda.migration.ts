import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The deadlines that run in every case, in whatever context, and the heartbeat of the system that keeps them. */
export class IntakeAgenda1738542100100 implements MigrationInterface {
  readonly name = 'IntakeAgenda1738542100100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE intake.agenda_items (
      case_id uuid NOT NULL,
      context text NOT NULL,
      deadline_id text NOT NULL,
      owed_by text NOT NULL,
      due_at timestamptz NOT NULL,
      deadline jsonb NOT NULL,
      PRIMARY KEY (case_id, context, deadline_id)
    )`);
    await runner.query('CREATE INDEX agenda_items_owed ON intake.agenda_items (owed_by, due_at)');
    await runner.query("INSERT INTO intake.rebuildable (table_name) VALUES ('agenda_items')");
    await runner.query(
      'CREATE TABLE intake.heartbeat (only_one boolean PRIMARY KEY CHECK (only_one), at timestamptz NOT ' +
        'NULL, beaten_at timestamptz NOT NULL)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM intake.rebuildable WHERE table_name = 'agenda_items'");
    await runner.query('DROP TABLE intake.heartbeat, intake.agenda_items');
  }
}
