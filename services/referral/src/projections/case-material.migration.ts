import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The public events of each case as they were heard. A read model: lost, it is filled again from the feed with the same
 * events under the same ids.
 */
export class CaseMaterial1738540800400 implements MigrationInterface {
  readonly name = 'CaseMaterial1738540800400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE referral.case_material (
         message_id uuid PRIMARY KEY,
         case_id uuid NOT NULL,
         source text NOT NULL,
         type text NOT NULL,
         tier text NOT NULL,
         happened_at timestamptz NOT NULL,
         recorded_at timestamptz NOT NULL,
         data bytea NOT NULL
       )`,
    );
    await runner.query('CREATE INDEX case_material_of_case ON referral.case_material (case_id, happened_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE referral.case_material');
  }
}
