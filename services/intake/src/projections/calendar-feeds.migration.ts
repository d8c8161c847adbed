import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The calendar feeds for which somebody has a token: rows that their owner can end, of which the record knows nothing.
 */
export class IntakeCalendarFeeds1738542600100 implements MigrationInterface {
  readonly name = 'IntakeCalendarFeeds1738542600100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE intake.calendar_feeds (
      feed_id uuid PRIMARY KEY,
      person_id text NOT NULL,
      party text,
      roles jsonb NOT NULL,
      case_id text NOT NULL,
      given_at timestamptz NOT NULL,
      valid_until timestamptz NOT NULL,
      UNIQUE (person_id, case_id)
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE intake.calendar_feeds');
  }
}
