import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lets the table of delegations be made anew from the registers. */
export class IntakeDelegations1738542200110 implements MigrationInterface {
  readonly name = 'IntakeDelegations1738542200110';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("INSERT INTO intake.rebuildable (table_name) VALUES ('delegations')");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM intake.rebuildable WHERE table_name = 'delegations'");
  }
}
