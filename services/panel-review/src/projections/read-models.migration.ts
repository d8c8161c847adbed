import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables of panel review. */
export class PanelReviewReadModels1738540800300 implements MigrationInterface {
  readonly name = 'PanelReviewReadModels1738540800300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE panelreview.panels (
      case_id uuid PRIMARY KEY,
      complainant text NOT NULL,
      respondent text NOT NULL,
      opened_at timestamptz NOT NULL,
      stage text NOT NULL,
      ended boolean NOT NULL,
      members jsonb NOT NULL,
      running jsonb NOT NULL
    )`);
    await runner.query('CREATE INDEX panels_of_member ON panelreview.panels USING gin (members jsonb_path_ops)');
    await runner.query('CREATE INDEX panels_newest ON panelreview.panels (opened_at DESC, case_id DESC)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE panelreview.panels');
  }
}
