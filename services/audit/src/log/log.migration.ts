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

/**
 * What the witnesses of the log cosigned and publish. Of each witness the newest cosignature is kept until the other
 * one has cosigned the same checkpoint. What both cosigned is never changed, and neither is the proof of two pasts.
 */
export class AuditLogWitnesses1738543400000 implements MigrationInterface {
  readonly name = 'AuditLogWitnesses1738543400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE audit.log_cosignatures (
      witness text PRIMARY KEY,
      n bigint NOT NULL,
      line text NOT NULL
    )`);
    await runner.query(`CREATE TABLE audit.log_attested (
      witnesses text NOT NULL,
      n bigint NOT NULL,
      note text NOT NULL,
      PRIMARY KEY (witnesses, n)
    )`);
    await runner.query(`CREATE TABLE audit.log_splits (
      log text PRIMARY KEY,
      split text NOT NULL
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['log_splits', 'log_attested', 'log_cosignatures'])
      await runner.query(`DROP TABLE audit.${table}`);
  }
}
