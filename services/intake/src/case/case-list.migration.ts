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
      measures jsonb NOT NULL,
      reviewed boolean NOT NULL,
      running jsonb NOT NULL
    )`);
    await runner.query('CREATE INDEX cases_of_measure ON intake.cases USING gin (measures) WHERE reviewed');
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

/** A list of cases can be asked for an outcome and for an agreement. Lines of before have both after a rebuild. */
export class IntakeOutcomes1738542900100 implements MigrationInterface {
  readonly name = 'IntakeOutcomes1738542900100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE intake.cases ADD COLUMN outcome text');
    await runner.query("ALTER TABLE intake.cases ADD COLUMN agreements jsonb NOT NULL DEFAULT '[]'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE intake.cases DROP COLUMN outcome, DROP COLUMN agreements');
  }
}

/** A list of cases can be asked for the number of a measure, too. */
export class IntakeMeasureNumbers1738543000100 implements MigrationInterface {
  readonly name = 'IntakeMeasureNumbers1738543000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE intake.cases ADD COLUMN measure_numbers jsonb NOT NULL DEFAULT '[]'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE intake.cases DROP COLUMN measure_numbers');
  }
}

/** What the receipt of a filing warns of: the same text filed before, and a short roster. */
export class IntakeWarnings1738543100100 implements MigrationInterface {
  readonly name = 'IntakeWarnings1738543100100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE intake.roster_names (party text PRIMARY KEY, names integer NOT NULL)');
    // Lines of before have both after a rebuild.
    await runner.query('ALTER TABLE intake.cases ADD COLUMN text_digest text, ADD COLUMN text_at timestamptz');
    await runner.query('CREATE INDEX cases_of_text ON intake.cases (text_digest, text_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE intake.cases DROP COLUMN text_digest, DROP COLUMN text_at');
    await runner.query('DROP TABLE intake.roster_names');
  }
}
