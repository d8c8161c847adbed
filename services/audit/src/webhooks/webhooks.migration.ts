import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where webhooks go, and what was sent. Neither is a part of any case. */
export class AuditWebhooks1738543000000 implements MigrationInterface {
  readonly name = 'AuditWebhooks1738543000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE audit.webhook_receivers (
      receiver_id uuid PRIMARY KEY,
      side text NOT NULL,
      role text NOT NULL,
      person_id text NOT NULL,
      url text NOT NULL,
      purpose text NOT NULL,
      opened_at timestamptz NOT NULL,
      valid_until timestamptz NOT NULL,
      position text NOT NULL,
      turn integer NOT NULL DEFAULT 0,
      state text NOT NULL DEFAULT 'running',
      why text,
      failures integer NOT NULL DEFAULT 0,
      failing_since timestamptz,
      next_try_at timestamptz,
      replayed_by uuid,
      leased_by uuid,
      leased_until timestamptz
    )`);
    await runner.query('CREATE INDEX webhook_receivers_of ON audit.webhook_receivers (side, role)');
    await runner.query(`CREATE TABLE audit.webhook_deliveries (
      receiver_id uuid NOT NULL REFERENCES audit.webhook_receivers ON DELETE CASCADE,
      message_id uuid NOT NULL,
      place bigint GENERATED ALWAYS AS IDENTITY,
      event_id text NOT NULL,
      case_id text NOT NULL,
      type text NOT NULL,
      tier text NOT NULL,
      before text NOT NULL,
      body text,
      tries integer NOT NULL,
      answer text,
      state text NOT NULL DEFAULT 'waiting',
      at timestamptz NOT NULL,
      PRIMARY KEY (receiver_id, message_id)
    )`);
    await runner.query('CREATE INDEX webhook_deliveries_of ON audit.webhook_deliveries (receiver_id, place)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE audit.webhook_deliveries, audit.webhook_receivers');
  }
}
