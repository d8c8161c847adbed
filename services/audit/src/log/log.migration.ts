import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The checkpoints of the log, each of which is planned before anything of it is written. What was planned is never
 * changed, and is signed once.
 */
export class AuditLog1738543100000 implements MigrationInterface {
  readonly name = 'AuditLog1738543100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE audit.log_checkpoints (
      n bigint PRIMARY KEY,
      after_position text NOT NULL,
      until_position text NOT NULL,
      events integer NOT NULL,
      first bigint NOT NULL,
      size bigint NOT NULL,
      seconds bigint NOT NULL,
      root bytea,
      note text
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE audit.log_checkpoints');
  }
}
