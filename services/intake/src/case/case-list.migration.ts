import type { MigrationInterface, QueryRunner } from 'typeorm';

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
