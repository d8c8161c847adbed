import { appendSome, sampleEvents, someCommand, someStream } from '@parley/event-store/contract';
import { createTestDatabase, type TestDatabase } from '@parley/testing';
import { Client } from 'pg';
import { createPostgresEventStore, type PostgresEventStore } from './postgres-event-store';
import { installEventStore, type Reads } from './install/install-event-store';
import { realClock } from './testing/postgres-subject';
import { roleUrl } from './testing/role-url';

const CATEGORIES = {
  intake: 'intake.case',
  panelreview: 'panelreview.deliberation',
  platform: 'platform.democlock',
} as const;
type Writer = keyof typeof CATEGORIES;
const WRITERS = Object.keys(CATEGORIES) as readonly Writer[];

/** Every way to the rows of the record that SQL has, each as a number of rows. */
const STATEMENTS = [
  'SELECT * FROM event_store.events WHERE stream = $1',
  "SELECT * FROM event_store.events WHERE category = split_part($1, '-', 1)",
  'SELECT count(*)::int FROM event_store.events WHERE stream = $1 HAVING count(*) > 0',
  'SELECT payload FROM event_store.events WHERE position = (SELECT min(position) FROM ' +
    'event_store.events WHERE stream = $1)',
  'SELECT e.stream FROM (TABLE event_store.events) e WHERE e.stream >= $1 AND e.stream <= $1',
  'WITH all_of_it AS MATERIALIZED (SELECT * FROM event_store.events) SELECT * FROM all_of_it WHERE stream = $1',
  'SELECT 1 WHERE EXISTS (SELECT FROM event_store.events WHERE stream = $1)',
  'SELECT v FROM event_store.readers r LEFT JOIN event_store.events e ON e.stream = $1 CROSS JOIN ' +
    'LATERAL (VALUES (e.header)) l (v) WHERE v IS NOT NULL',
];

describe('what a role reads of the record', () => {
  let database: TestDatabase;
  const urls = new Map<string, string>();
  const stores: PostgresEventStore[] = [];
  const streams = Object.fromEntries(WRITERS.map((writer) => [writer, someStream(CATEGORIES[writer])])) as Record<
    Writer,
    ReturnType<typeof someStream>
  >;

  const role = (context: string): string => `readers_${context}`;
  const install = (readsOf: (context: Writer) => Reads | undefined): Promise<void> =>
    installEventStore({
      adminUrl: database.url,
      contexts: WRITERS.map((context) => ({
        context,
        role: role(context),
        ...(readsOf(context) === undefined ? {} : { reads: readsOf(context)! }),
      })),
      readers: [role('audit')],
    });
  const own = (context: Writer): Reads => [context, CATEGORIES.platform];
  const opened = (context: string): PostgresEventStore => {
    const store = createPostgresEventStore({ connectionString: urls.get(context) ?? '', clock: realClock, pollMs: 20 });
    stores.push(store);
    return store;
  };
  const rowsOf = async (context: string, sql: string, ...values: readonly unknown[]): Promise<readonly object[]> => {
    const client = new Client({ connectionString: urls.get(context) ?? '' });
    await client.connect();
    try {
      return (await client.query<object>(sql, [...values])).rows;
    } finally {
      await client.end();
    }
  };

  beforeAll(async () => {
    database = await createTestDatabase();
    for (const context of [...WRITERS, 'audit']) urls.set(context, await roleUrl(database.url, role(context)));
    await install(own);
    for (const writer of WRITERS) await appendSome(opened(writer), streams[writer], 'no-stream', 2);
  });
  afterAll(async () => {
    await Promise.all(stores.map((store) => store.close()));
    await database.drop();
  });

  describe.each(['intake', 'panelreview'] as const)('of %s', (reader) => {
    const other = reader === 'intake' ? 'panelreview' : 'intake';

    it.each(STATEMENTS)('is none of another’s: %s', async (sql) => {
      expect(await rowsOf(reader, sql, streams[other])).toEqual([]);
      expect((await rowsOf(reader, sql, streams[reader])).length).toBeGreaterThan(0);
      expect((await rowsOf('audit', sql, streams[other])).length).toBeGreaterThan(0);
    });

    it('is its own streams and the demonstration clock, by stream, by page and by following', async () => {
      const store = opened(reader);
      expect([
        await store.read(streams[other]),
        (await store.read(streams.platform)).length,
        (await store.read(streams[reader])).length,
      ]).toEqual([[], 2, 2]);
      expect((await store.readAll({ limit: 10 })).events.map(({ stream }) => stream).toSorted()).toEqual(
        [streams[reader], streams[reader], streams.platform, streams.platform].toSorted(),
      );
      expect(await store.readAll({ limit: 10, categories: [other, CATEGORIES[other]] })).toEqual({
        events: [],
        position: await store.head(),
        caughtUp: true,
      });
      const stop = new AbortController();
      for await (const page of store.follow({ signal: stop.signal, pageSize: 1 })) {
        expect(page.events.filter(({ stream }) => stream === streams[other])).toEqual([]);
        if (page.caughtUp) stop.abort();
      }
    });

    it('is nothing by a copy, a cursor or what the planner knows', async () => {
      expect(
        await rowsOf(
          reader,
          `SELECT most_common_vals FROM pg_stats WHERE schemaname = 'event_store' AND tablename = 'events'`,
        ),
      ).toEqual([]);
      const client = new Client({ connectionString: urls.get(reader) ?? '' });
      await client.connect();
      await client.query('BEGIN');
      await client.query(
        `DECLARE c CURSOR FOR SELECT stream FROM event_store.events WHERE stream = '${streams[other]}'`,
      );
      expect((await client.query('FETCH ALL FROM c')).rows).toEqual([]);
      expect(
        (
          await client.query('SELECT query_to_xml($1, true, false, $2)::text AS xml', [
            `SELECT stream FROM event_store.events WHERE category = '${CATEGORIES[other]}'`,
            '',
          ])
        ).rows[0],
      ).not.toMatchObject({ xml: expect.stringContaining(streams[other]) as string });
      await client.end();
    });

    it.each([
      'SET row_security = off; SELECT * FROM event_store.events',
      'ALTER TABLE event_store.events DISABLE ROW LEVEL SECURITY',
      'DROP POLICY events_read_by_grant ON event_store.events',
      `INSERT INTO event_store.readers VALUES (session_user, '*')`,
      `UPDATE event_store.readers SET category = '*'`,
      'DELETE FROM event_store.readers',
      'SELECT event_store.last_position()',
      `SELECT event_store.refusal(1, 'panelreview.deliberation-1', '5f0c7b0e-6a55-8d0c-9a68-2f6f5f0f2b11', 0)`,
      `SET SESSION AUTHORIZATION readers_audit`,
      'SET ROLE event_store_owner',
    ])('is not widened by itself: %s', async (sql) => {
      await expect(rowsOf(reader, sql)).rejects.toThrow(
        /permission denied|must be owner|would be affected by row-level security/,
      );
    });

    it('is told by no append: of an event id that another has taken it hears no more than that', async () => {
      const [taken] = await opened('audit').read(streams[other]);
      const [event] = sampleEvents(someCommand());
      const appending = opened(reader).append(
        someStream(CATEGORIES[reader]),
        'no-stream',
        [{ ...event!, eventId: taken!.eventId }],
        { commandId: someCommand() },
      );
      await expect(appending).rejects.toThrow(`event id ${taken!.eventId} is taken by another context`);
    });
  });

  it('is, for everybody, how far the record has come', async () => {
    const heads = await Promise.all([...WRITERS, 'audit'].map((context) => opened(context).head()));
    expect(new Set(heads)).toEqual(new Set([String(2 * WRITERS.length)]));
  });

  it('is what the last installation says, also where an earlier one gave everything', async () => {
    const seen = async (): Promise<number> => (await opened('intake').readAll({ limit: 100 })).events.length;
    await install(() => undefined);
    expect(await seen()).toBe(6);
    await install(own);
    expect(await seen()).toBe(4);
    await install((context) => [context]);
    expect(await seen()).toBe(2);
    await install(own);
  });

  it('is the same on a record that was made before reading was granted', async () => {
    const admin = new Client({ connectionString: database.url });
    await admin.connect();
    await admin.query(`
      DROP POLICY events_read_by_grant ON event_store.events;
      ALTER TABLE event_store.events DISABLE ROW LEVEL SECURITY;
      DROP TABLE event_store.readers;
      DELETE FROM event_store.schema_files WHERE name LIKE 'readers.%'`);
    await admin.end();
    const seen = async (): Promise<number> => (await opened('intake').readAll({ limit: 100 })).events.length;
    expect(await seen()).toBe(6);
    await install(own);
    expect(await seen()).toBe(4);
  });

  it('is nothing for a role that was granted the table and no reading', async () => {
    urls.set('stranger', await roleUrl(database.url, role('stranger')));
    const admin = new Client({ connectionString: database.url });
    await admin.connect();
    await admin.query(
      `GRANT USAGE ON SCHEMA event_store TO ${role('stranger')}; GRANT SELECT ON event_store.events, ` +
        `event_store.readers TO ${role('stranger')}`,
    );
    await admin.end();
    expect(await rowsOf('stranger', 'SELECT * FROM event_store.events')).toEqual([]);
  });
});
