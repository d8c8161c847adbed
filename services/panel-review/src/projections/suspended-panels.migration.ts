import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A panel whose screening stands still is in the stage in which it was, and says so. */
export class SuspendedPanels1738541100300 implements MigrationInterface {
  readonly name = 'SuspendedPanels1738541100300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE panelreview.panels ADD COLUMN suspended boolean NOT NULL DEFAULT false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE panelreview.panels DROP COLUMN suspended');
  }
}
