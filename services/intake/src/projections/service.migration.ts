import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The inboxes of both parties. */
export class IntakeService1738542000100 implements MigrationInterface {
  readonly name = 'IntakeService1738542000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE intake.served_notices (
      notice_id uuid NOT NULL,
      party text NOT NULL,
      case_id uuid NOT NULL,
      notice jsonb NOT NULL,
      digest text NOT NULL,
      code text NOT NULL UNIQUE,
      sent_at timestamptz NOT NULL,
      delivered_at timestamptz NOT NULL,
      not_delivered_at timestamptz,
      retrieved_at timestamptz,
      retrieved_by text,
      not_retrieved_at timestamptz,
      again_at jsonb NOT NULL,
      PRIMARY KEY (notice_id, party)
    )`);
    await runner.query(
      'CREATE INDEX served_notices_newest ON intake.served_notices (party, sent_at DESC, notice_id DESC)',
    );
    await runner.query(
      'CREATE INDEX served_notices_unretrieved ON intake.served_notices (party) WHERE retrieved_at IS NULL',
    );
    await runner.query("INSERT INTO intake.rebuildable (table_name) VALUES ('served_notices')");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM intake.rebuildable WHERE table_name = 'served_notices'");
    await runner.query('DROP TABLE intake.served_notices');
  }
}
