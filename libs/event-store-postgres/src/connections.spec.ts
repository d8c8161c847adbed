import { setTimeout as sleep } from 'node:timers/promises';
import { appendSome, eventsUntil, someStream } from '@parley/event-store/contract';
import { Client, Pool } from 'pg';
import { WriterConnection } from './append/bound-query';
import { createPostgresEventStore } from './postgres-event-store';
import { createPostgresSubject, realClock, type PostgresSubject } from './testing/postgres-subject';

let subject: PostgresSubject;
let admin: Client;

beforeAll(async () => {
  subject = await createPostgresSubject();
  admin = new Client({ connectionString: subject.adminUrl });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await subject.close();
});

async function listening(): Promise<number> {
  const { rows } = await admin.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN %'`,
  );
  return rows[0]?.n ?? 0;
}

describe('a connection that appends', () => {
  it('is let go when nothing was appended for a while, and opened again for what comes', async () => {
    const pool = new Pool({ connectionString: subject.adminUrl });
    const writer = new WriterConnection(pool, 100);
    const first = await writer.open();
    expect(writer.current).toBe(first);
    while (pool.totalCount > 0) await sleep(20);
    expect(writer.current).toBeUndefined();
    const second = await writer.open();
    expect(second).not.toBe(first);
    expect(writer.current).toBe(second);
    writer.close();
    await pool.end();
  });

  it('stays as long as something is appended', async () => {
    const pool = new Pool({ connectionString: subject.adminUrl });
    const writer = new WriterConnection(pool, 300);
    const first = await writer.open();
    for (let look = 0; look < 10; look++) {
      await sleep(50);
      expect(writer.current).toBe(first);
    }
    writer.close();
    await pool.end();
  });
});

describe('stores of one process that listen through one of them', () => {
  it('follow over one listening connection what any of them, or another process, appends', async () => {
    const before = await listening();
    const open = (listensThrough?: ReturnType<typeof createPostgresEventStore>) =>
      createPostgresEventStore({
        connectionString: subject.url,
        clock: realClock,
        pollMs: 60_000,
        ...(listensThrough ? { listensThrough } : {}),
      });
    const hearing = open();
    const others = [open(hearing), open(hearing)];
    const following = [hearing, ...others].map((store) => eventsUntil(store, { withinMs: 20_000 }, 3));
    while ((await listening()) === before) await sleep(20);
    await appendSome(others[0]!, someStream(), 'no-stream');
    await sleep(200);
    await appendSome(hearing, someStream(), 'no-stream');
    await sleep(200);
    await appendSome(subject.elsewhere, someStream(), 'no-stream');
    for (const events of await Promise.all(following)) expect(events).toHaveLength(3);
    expect(await listening()).toBe(before + 1);
    for (const store of others) await store.close();
    expect(await listening()).toBe(before + 1);
    await hearing.close();
    while ((await listening()) > before) await sleep(20);
  });

  it('end their followers when they are closed, and leave those of the others alone', async () => {
    const hearing = createPostgresEventStore({ connectionString: subject.url, clock: realClock, pollMs: 60_000 });
    const other = createPostgresEventStore({
      connectionString: subject.url,
      clock: realClock,
      listensThrough: hearing,
    });
    const stop = new AbortController();
    const pages = hearing.follow({ signal: stop.signal })[Symbol.asyncIterator]();
    const ofOther = other.follow({ signal: stop.signal })[Symbol.asyncIterator]();
    await Promise.all([pages.next(), ofOther.next()]);
    const ended = ofOther.next();
    await other.close();
    await expect(ended).resolves.toMatchObject({ done: true });
    const next = pages.next();
    await appendSome(subject.store, someStream(), 'no-stream');
    await expect(next).resolves.toMatchObject({ done: false });
    stop.abort();
    await pages.return?.();
    await hearing.close();
  });
});
