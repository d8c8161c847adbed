import { UnreadableEventError } from '@parley/event-store';
import { someStream, appendSome } from '@parley/event-store/contract';
import { createTestDatabase, type TestDatabase } from '@parley/testing';
import { Client } from 'pg';
import { createPostgresEventStore } from './postgres-event-store';
import { installEventStore } from './install/install-event-store';
import { realClock } from './testing/postgres-subject';
import { roleUrl } from './testing/role-url';

const CHANGES = [
  'UPDATE event_store.events SET payload = payload',
  'UPDATE event_store.events SET type = type WHERE false',
  'DELETE FROM event_store.events',
  'DELETE FROM event_store.events WHERE position = 1',
  'TRUNCATE event_store.events',
];

let database: TestDatabase;
let serviceUrl: string;

const asRole = async (url: string, role: string | null, ...statements: string[]): Promise<void> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    if (role !== null) await client.query(`SET ROLE ${role}`);
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
};

beforeAll(async () => {
  database = await createTestDatabase();
  serviceUrl = await roleUrl(database.url, 'append_only_service');
  await installEventStore({ adminUrl: database.url, contexts: [{ context: 'intake', role: 'append_only_service' }] });
  const store = createPostgresEventStore({ connectionString: serviceUrl, clock: realClock });
  await appendSome(store, someStream(), 'no-stream', 3);
  await store.close();
});
afterAll(() => database.drop());

describe('the record', () => {
  it.each(CHANGES)('is not changed by the service: %s', async (change) => {
    await expect(asRole(serviceUrl, null, change)).rejects.toThrow(/permission denied/);
  });

  it.each(CHANGES)('is not changed by its owner: %s', async (change) => {
    await expect(asRole(database.url, 'event_store_owner', change)).rejects.toThrow(/permission denied/);
  });

  it.each(CHANGES)('is not changed by its owner that gave itself the right back: %s', async (change) => {
    const grant = 'GRANT UPDATE, DELETE, TRUNCATE ON event_store.events TO event_store_owner';
    await expect(asRole(database.url, 'event_store_owner', 'BEGIN', grant, change)).rejects.toThrow(
      /the record is append-only/,
    );
  });

  it.each(CHANGES)('is not changed by a superuser: %s', async (change) => {
    await expect(asRole(database.url, null, change)).rejects.toThrow(/the record is append-only/);
  });

  it('is not written around the append functions', async () => {
    const insert = 'INSERT INTO event_store.events SELECT * FROM event_store.events';
    await expect(asRole(serviceUrl, null, insert)).rejects.toThrow(/permission denied/);
  });

  it('goes on for its followers behind an event that a superuser spoiled, and tells them of that', async () => {
    const store = createPostgresEventStore({ connectionString: serviceUrl, clock: realClock });
    const spoiled = someStream();
    await appendSome(store, spoiled, 'no-stream', 2);
    await appendSome(store, someStream(), 'no-stream', 1);
    const after = (await store.readAll({ limit: 3 })).position;
    const spoil = `UPDATE event_store.events SET header = CASE revision WHEN 0 THEN 'not JSON' ELSE '{"stream":"a"}' END
      WHERE stream = '${spoiled}'`;
    const triggers = (are: string): string => `ALTER TABLE event_store.events ${are} TRIGGER ALL`;
    await asRole(database.url, null, triggers('DISABLE'), spoil, triggers('ENABLE'));
    const page = {
      events: [{ revision: 0 }],
      unreadable: [0, 1].map((revision) => ({ kept: { stream: spoiled, revision } })),
    };
    const stop = new AbortController();
    for await (const followed of store.follow({ after, categories: ['intake'], signal: stop.signal })) {
      expect(followed).toMatchObject({ ...page, position: await store.head(), caughtUp: true });
      stop.abort();
    }
    for (const limit of [10, 1_000]) {
      await expect(store.readAll({ after, limit })).rejects.toThrow(UnreadableEventError);
      expect(await store.readAll({ after, limit, setsAside: true })).toMatchObject(page);
    }
    expect(await store.readAll({ after, limit: 1, setsAside: true })).toMatchObject({ events: [], caughtUp: false });
    await expect(store.read(spoiled)).rejects.toThrow(UnreadableEventError);
    await store.close();
  });

  it('does not let a service name itself the writer of another context', async () => {
    await expect(
      asRole(serviceUrl, null, `INSERT INTO event_store.writers VALUES ('evidence', 'append_only_service')`),
    ).rejects.toThrow(/permission denied/);
  });
});
