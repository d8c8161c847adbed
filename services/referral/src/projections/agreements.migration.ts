import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Agreements as their events leave them, one row each: what the public dashboard of compliance shows. */
export class AgreementsTable1738542000200 implements MigrationInterface {
  readonly name = 'AgreementsTable1738542000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE referral.agreements (
      agreement_id text PRIMARY KEY,
      status text NOT NULL,
      listed_at timestamptz NOT NULL,
      agreement json NOT NULL
    )`);
    await runner.query(`INSERT INTO referral.rebuildable (table_name) VALUES ('agreements')`);
    await runner.query('CREATE INDEX agreements_order ON referral.agreements (status, listed_at DESC, agreement_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM referral.rebuildable WHERE table_name = 'agreements'`);
    await runner.query('DROP TABLE referral.agreements');
  }
}
