import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The list of requests on the hotline. */
export class IntakeHotline1738542000200 implements MigrationInterface {
  readonly name = 'IntakeHotline1738542000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE intake.hotline_requests (
      hotline_id uuid PRIMARY KEY,
      case_id uuid,
      grade text NOT NULL,
      asked_by text NOT NULL,
      requested_at timestamptz NOT NULL,
      rung text NOT NULL,
      answered_at timestamptz
    )`);
    await runner.query(
      'CREATE INDEX hotline_requests_newest ON intake.hotline_requests (requested_at DESC, hotline_id DESC)',
    );
    await runner.query("INSERT INTO intake.rebuildable (table_name) VALUES ('hotline_requests')");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM intake.rebuildable WHERE table_name = 'hotline_requests'");
    await runner.query('DROP TABLE intake.hotline_requests');
  }
}
