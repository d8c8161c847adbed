import type { Page } from '@parley/event-store';
import { appendSome, someStream } from '@parley/event-store/contract';
import { createTestDatabase, type TestDatabase } from '@parley/testing';
import fc from 'fast-check';
import { createPostgresEventStore, type PostgresEventStore } from '../postgres-event-store';
import { installEventStore } from '../install/install-event-store';
import { realClock } from '../testing/postgres-subject';
import { roleUrl } from '../testing/role-url';

type Writer = 'intake' | 'evidence';

describe('a follower that may not read everything', () => {
  let database: TestDatabase;
  let stores: Readonly<Record<Writer, PostgresEventStore>>;

  beforeAll(async () => {
    database = await createTestDatabase();
    const open = async (context: Writer): Promise<PostgresEventStore> =>
      createPostgresEventStore({
        connectionString: await roleUrl(database.url, `hidden_${context}`),
        clock: realClock,
        pollMs: 20,
        wakeSpacingMs: 0,
      });
    stores = { intake: await open('intake'), evidence: await open('evidence') };
    await installEventStore({
      adminUrl: database.url,
      contexts: (['intake', 'evidence'] as const).map((context) => ({
        context,
        role: `hidden_${context}`,
        reads: [context],
      })),
    });
  });
  afterAll(async () => {
    await Promise.all([stores.intake.close(), stores.evidence.close()]);
    await database.drop();
  });

  const write = (context: Writer, events = 1): Promise<unknown> =>
    appendSome(stores[context], someStream(`${context}.case`), 'no-stream', events);

  it('sees all of its own in their order whatever lies between, and always comes to the head', async () => {
    const written = fc.array(
      fc.record({ context: fc.constantFrom<Writer>('intake', 'evidence'), events: fc.integer({ min: 1, max: 4 }) }),
      { minLength: 1, maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(written, fc.integer({ min: 1, max: 5 }), async (appends, pageSize) => {
        const after = await stores.intake.head();
        for (const { context, events } of appends) await write(context, events);
        const head = await stores.evidence.head();
        const pages: Page[] = [];
        const stop = new AbortController();
        for await (const page of stores.intake.follow({ after, pageSize, signal: stop.signal })) {
          pages.push(page);
          if (page.caughtUp) stop.abort();
        }
        const seen = pages.flatMap(({ events }) => events);
        expect(seen.every(({ stream }) => stream.startsWith('intake.'))).toBe(true);
        expect(seen).toHaveLength(
          appends.reduce((sum, { context, events }) => sum + (context === 'intake' ? events : 0), 0),
        );
        expect(seen.map(({ position }) => BigInt(position))).toEqual(
          seen.map(({ position }) => BigInt(position)).toSorted((a, b) => Number(a - b)),
        );
        expect(pages.at(-1)).toMatchObject({ position: head, caughtUp: true });
      }),
      { numRuns: 40 },
    );
  });

  it('is moved on live over what is hidden, and woken for its own behind it', async () => {
    const after = await stores.intake.head();
    const stop = new AbortController();
    const pages: Page[] = [];
    for await (const page of stores.intake.follow({ after, signal: stop.signal })) {
      pages.push(page);
      if (pages.length === 1) await write('evidence', 3);
      if (pages.length === 2) await write('intake');
      if (page.events.length > 0) stop.abort();
    }
    const base = BigInt(after);
    expect(pages.map(({ events, position, caughtUp }) => [events.length, BigInt(position) - base, caughtUp])).toEqual([
      [0, 0n, true],
      [0, 3n, true],
      [1, 4n, true],
    ]);
  });

  it('misses nothing while sixteen write beside what it sees', async () => {
    const after = await stores.intake.head();
    const writing = Promise.all(
      Array.from({ length: 16 }, async (_, writer) => {
        for (let n = 0; n < 20; n++) await write(writer % 2 === 0 ? 'intake' : 'evidence');
      }),
    );
    let seen = 0;
    const stop = new AbortController();
    for await (const { events } of stores.intake.follow({ after, pageSize: 7, signal: stop.signal })) {
      seen += events.length;
      if (seen >= 160) stop.abort();
    }
    await writing;
    expect(seen).toBe(160);
    expect((await stores.intake.readAll({ after, limit: 1_000 })).events).toHaveLength(160);
  });
});
