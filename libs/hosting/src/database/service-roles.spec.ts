import type { EventStore } from '@parley/event-store';
import { createPostgresEventStore } from '@parley/event-store-postgres';
import type { Clock, Instant } from '@parley/kernel';
import { readsMigration, type ServiceDefinition } from '@parley/http';
import {
  bookkeepingMigrations,
  hashTables,
  ProjectionRunner,
  rebuildMigration,
  type Projection,
} from '@parley/projections';
import { record } from '@parley/projections/testing';
import { createTestDatabase, type TestDatabase } from '@parley/testing';
import { Client } from 'pg';
import type { DataSource, MigrationInterface, QueryRunner } from 'typeorm';
import { prepareDatabase } from './prepare-database';
import { openServiceDatabase } from './service-database';
import type { ServiceRole } from './service-roles';

const clock: Clock = { now: () => new Date().toISOString() as Instant };

class Counted1738540800500 implements MigrationInterface {
  readonly name = 'Counted1738540800500';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE intake.counted (event_id uuid PRIMARY KEY, type text NOT NULL)');
    await runner.query('CREATE INDEX counted_by_type ON intake.counted (type)');
    await runner.query('CREATE TABLE intake.persons (person_id uuid PRIMARY KEY)');
  }
  async down(): Promise<void> {
    // Nobody goes back.
  }
}

const counted: Projection = {
  name: 'counted',
  categories: ['intake.case'],
  tables: ['counted'],
  async apply(manager, events, tables) {
    for (const { eventId, type } of events)
      await manager.query(`INSERT INTO ${tables('counted')} VALUES ($1, $2) ON CONFLICT DO NOTHING`, [eventId, type]);
  },
};

const intake: Pick<ServiceDefinition, 'context' | 'migrations' | 'entities'> = {
  context: 'intake',
  entities: [],
  migrations: [
    ...bookkeepingMigrations('intake'),
    readsMigration('intake'),
    Counted1738540800500,
    rebuildMigration('intake', ['counted', 'timers']),
  ],
};
const evidence = { context: 'evidence', migrations: bookkeepingMigrations('evidence') };

describe('a service’s role', () => {
  let test: TestDatabase;
  let roles: readonly ServiceRole[];
  let database: DataSource;
  const prepare = (services = [intake, evidence]) =>
    prepareDatabase({ adminUrl: test.url, services, passwordOf: (role) => `of ${role}` });
  const roleOf = (context: string): ServiceRole => roles.find((each) => each.context === context)!;
  const asAdmin = async <Row extends object>(sql: string): Promise<Row[]> => {
    const client = new Client({ connectionString: test.url });
    await client.connect();
    try {
      return (await client.query<Row>(sql)).rows;
    } finally {
      await client.end();
    }
  };

  beforeAll(async () => {
    test = await createTestDatabase();
    [roles] = await Promise.all([prepare(), prepare()]);
    database = await openServiceDatabase(intake, roleOf('intake').url);
  });
  afterAll(async () => {
    await database.destroy();
    await test.drop();
  });

  it('reads and writes the rows of its tables', async () => {
    await database.query(`INSERT INTO intake.persons VALUES ('5f0c7b0e-6a55-8d0c-9a68-2f6f5f0f2b11')`);
    await database.query(`DELETE FROM intake.persons`);
    expect(await database.query('SELECT * FROM intake.persons')).toEqual([]);
  });

  it.each([
    'CREATE TABLE intake.mine (id int)',
    'CREATE SCHEMA mine',
    'ALTER TABLE intake.counted ADD COLUMN more text',
    'DROP TABLE intake.counted',
    'DROP INDEX intake.counted_by_type',
    'TRUNCATE intake.counted',
    'CREATE INDEX ON intake.counted (type)',
    'ALTER TABLE intake.reads DISABLE TRIGGER reads_only_grow',
    'CREATE FUNCTION intake.mine() RETURNS int LANGUAGE sql RETURN 1',
    'SELECT * FROM evidence.facts',
    'INSERT INTO evidence.work (kind) VALUES (1)',
    'INSERT INTO intake.migrations VALUES (9, 9, 9)',
    `INSERT INTO intake.rebuildable VALUES ('persons')`,
    `SELECT intake.swap_shadow('persons')`,
    `SELECT intake.make_shadow('reads')`,
    `SELECT intake.make_shadow('rebuildable')`,
  ])('is refused: %s', async (sql) => {
    await expect(database.query(sql)).rejects.toThrow(/permission denied|must be owner|is no read model of intake/);
  });

  it('cannot become the owner of its schema', async () => {
    await expect(database.query(`SET ROLE "${roleOf('intake').owner}"`)).rejects.toThrow(
      /permission denied to set role/,
    );
  });

  it('rebuilds a read model all the same, and goes on without the right to more', async () => {
    const store: EventStore & { close(): Promise<void> } = createPostgresEventStore({
      connectionString: roleOf('intake').url,
      clock,
    });
    const runner = new ProjectionRunner({ store, dataSource: database, projection: counted });
    runner.start();
    for (let n = 0; n < 20; n++) await record(store, 'intake.case', `c${n % 3}`, { type: 'Counted', data: { n } });
    await runner.idle();
    const before = await hashTables(database.manager, counted.tables);
    expect((await runner.rebuild()).events).toBe(20);
    expect(await hashTables(database.manager, counted.tables)).toEqual(before);
    await record(store, 'intake.case', 'c0', { type: 'Counted', data: {} });
    await runner.idle();
    expect(await database.query('SELECT count(*)::int AS count FROM intake.counted')).toEqual([{ count: 21 }]);
    await expect(database.query('DROP TABLE intake.counted')).rejects.toThrow(/must be owner/);
    const indexes = await asAdmin<{ indexname: string }>(
      `SELECT indexname FROM pg_indexes WHERE schemaname = 'intake' AND tablename LIKE 'counted%' ORDER BY 1`,
    );
    expect(indexes.map(({ indexname }) => indexname)).toEqual(['counted_by_type', 'counted_pkey']);
    await runner.stop();
    await store.close();
  });

  it('gives up what an earlier version had made in its name', async () => {
    const { role, owner } = roleOf('evidence');
    await asAdmin(`ALTER SCHEMA evidence OWNER TO "${role}"; ALTER TABLE evidence.work OWNER TO "${role}"`);
    await prepare();
    expect(await asAdmin(`SELECT DISTINCT tableowner AS owner FROM pg_tables WHERE schemaname = 'evidence'`)).toEqual([
      { owner },
    ]);
    const own = await openServiceDatabase({ context: 'evidence', entities: [] }, roleOf('evidence').url);
    await own.query(`INSERT INTO evidence.work (kind, id, key, body, recorded_at) VALUES ('k', 'm', 'c', '{}', now())`);
    await expect(own.query('DROP TABLE evidence.work')).rejects.toThrow(/must be owner/);
    await own.destroy();
  });
});
