import { quoteName, type MigrationClass } from '@parley/messaging';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The migration that makes a service's log of security events. A trigger lets it only grow: a line is neither taken
 * away nor changed, but for its count and its last instant, which never go back.
 * @param schema of the service; it exists already and belongs to the service's role
 */
export function securityMigration(schema: string): MigrationClass {
  const own = quoteName(schema);
  return class SecurityEvents1738542800010 implements MigrationInterface {
    readonly name = 'SecurityEvents1738542800010';

    async up(runner: QueryRunner): Promise<void> {
      for (const statement of statements(own)) await runner.query(statement);
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query(`DROP TABLE ${own}.security_events`);
      await runner.query(`DROP FUNCTION ${own}.only_count_on()`);
    }
  };
}

const statements = (own: string): readonly string[] => [
  `CREATE TABLE ${own}.security_events (
     event_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     hour timestamptz NOT NULL,
     kind text NOT NULL,
     person_id text,
     party text,
     method text NOT NULL,
     route text NOT NULL,
     outcome text NOT NULL,
     first_at timestamptz NOT NULL,
     last_at timestamptz NOT NULL,
     count bigint NOT NULL CHECK (count > 0),
     UNIQUE NULLS NOT DISTINCT (hour, kind, person_id, party, method, route, outcome)
   )`,
  `CREATE FUNCTION ${own}.only_count_on() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF TG_OP = 'UPDATE' THEN
       IF NEW.count > OLD.count AND NEW.last_at >= OLD.last_at AND
          (NEW.event_id, NEW.hour, NEW.kind, NEW.person_id, NEW.party, NEW.method, NEW.route, NEW.outcome, NEW.first_at)
            IS NOT DISTINCT FROM
          (OLD.event_id, OLD.hour, OLD.kind, OLD.person_id, OLD.party, OLD.method, OLD.route, OLD.outcome, OLD.first_at)
       THEN RETURN NEW; END IF;
     END IF;
     RAISE EXCEPTION 'the log of security events only grows';
   END $$`,
  `CREATE TRIGGER security_events_count_on BEFORE UPDATE ON ${own}.security_events
   FOR EACH ROW EXECUTE FUNCTION ${own}.only_count_on()`,
  `CREATE TRIGGER security_events_only_grow BEFORE DELETE OR TRUNCATE ON ${own}.security_events
   FOR EACH STATEMENT EXECUTE FUNCTION ${own}.only_count_on()`,
];
