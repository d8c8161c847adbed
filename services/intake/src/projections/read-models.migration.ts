import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The intake's own tables. */
export class IntakeReadModels1738540800100 implements MigrationInterface {
  readonly name = 'IntakeReadModels1738540800100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE intake.cases (
      case_id uuid PRIMARY KEY,
      docket_number text UNIQUE,
      status text NOT NULL,
      complainant text NOT NULL,
      respondent text NOT NULL,
      subject jsonb NOT NULL,
      filed_at timestamptz NOT NULL,
      running jsonb NOT NULL
    )`);
    await runner.query('CREATE INDEX cases_newest ON intake.cases (filed_at DESC, case_id DESC)');
    await runner.query(
      'CREATE TABLE intake.panel_seats (case_id uuid NOT NULL, person_id text NOT NULL, PRIMARY ' +
        'KEY (case_id, person_id))',
    );
    await runner.query(
      'CREATE TABLE intake.persons (person_id uuid PRIMARY KEY, name text NOT NULL, reach text NOT NULL)',
    );
    await runner.query(`CREATE TABLE intake.drafts (
      draft_id uuid PRIMARY KEY,
      party text NOT NULL,
      grievance jsonb NOT NULL,
      revision integer NOT NULL,
      changed_at timestamptz NOT NULL,
      written_by uuid NOT NULL,
      body_digest text NOT NULL
    )`);
    await runner.query('CREATE INDEX drafts_of_party ON intake.drafts (party, changed_at DESC, draft_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE intake.drafts, intake.persons, intake.panel_seats, intake.cases');
  }
}
