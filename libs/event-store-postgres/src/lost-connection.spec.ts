import { appendSome, eventsUntil, someStream } from '@parley/event-store/contract';
import { Client } from 'pg';
import { createPostgresSubject, type PostgresSubject } from './testing/postgres-subject';

let subject: PostgresSubject;

beforeAll(async () => {
  subject = await createPostgresSubject();
});
afterAll(() => subject.close());

async function killConnections(): Promise<void> {
  const admin = new Client({ connectionString: subject.adminUrl });
  await admin.connect();
  await admin.query(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND ' +
      'pid <> pg_backend_pid()',
  );
  await admin.end();
}

describe('when every connection is lost', () => {
  it('appends go on, and a follower resumes by itself and misses nothing', async () => {
    const { store } = subject;
    const following = eventsUntil(store, { pageSize: 5, withinMs: 20_000 }, 120);
    for (let n = 0; n < 120; n++) {
      if (n % 40 === 20) await killConnections();
      expect(await appendSome(store, someStream(), 'no-stream')).toMatchObject({ kind: 'appended' });
    }
    expect((await following).map((event) => event.position)).toEqual(
      Array.from({ length: 120 }, (_, n) => String(n + 1)),
    );
  });

  it('the watchdog sees how long a follower has stood still', async () => {
    const { store } = subject;
    const stop = new AbortController();
    const pages = store.follow({ signal: stop.signal, categories: ['intake'] })[Symbol.asyncIterator]();
    await pages.next();
    const [status] = store.followers();
    expect(status).toMatchObject({
      categories: ['intake'],
      position: await store.head(),
      caughtUp: true,
      failing: null,
    });
    expect(status?.secondsSinceLastMove).toBeLessThan(5);
    stop.abort();
    await pages.return?.();
    expect(store.followers()).toEqual([]);
  });
});
