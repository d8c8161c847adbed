import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Experts and third parties find the panels that hear them. */
export class HeardPersons1738542500300 implements MigrationInterface {
  readonly name = 'HeardPersons1738542500300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE panelreview.panels ADD COLUMN heard jsonb NOT NULL DEFAULT '[]'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE panelreview.panels DROP COLUMN heard');
  }
}
