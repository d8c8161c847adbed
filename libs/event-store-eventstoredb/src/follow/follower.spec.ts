import type { Page } from '@parley/event-store';
import { appendSome, catchUp, eventsOf, eventsUntil, fill, pagesUntil, someStream } from '@parley/event-store/contract';
import type { EventStoreDb } from '../event-store-db';
import { createDoubleSubject, type DoubleSubject } from '../testing/double-subject';
import { EventStoreDouble } from '../testing/double/event-store-double';

let subject: DoubleSubject;

beforeEach(async () => {
  subject = await createDoubleSubject('&defaultDeadline=500');
});
afterEach(() => subject.close());

const intake = { categories: ['intake'], pageSize: 3 };

/** Pages of a follower, one at a time. */
function following(store: EventStoreDb, options: { categories?: readonly string[] } = {}) {
  const stop = new AbortController();
  const pages = store.follow({ ...options, signal: stop.signal })[Symbol.asyncIterator]();
  return {
    next: async (): Promise<Page> => (await pages.next()).value as Page,
    end: async (): Promise<void> => {
      stop.abort();
      await pages.return?.();
    },
  };
}

describe('a follower whose subscription fails', () => {
  it('goes on behind the last event when every connection is cut and the server comes again', async () => {
    const { store, double } = subject;
    const seen = eventsUntil(store, { ...intake, withinMs: 20_000 }, 30);
    await fill(store, 15);
    await double.stop();
    const again = await EventStoreDouble.start({ log: double.log, port: double.port });
    await fill(store, 15);
    expect((await seen).map(({ position }) => position)).toEqual(
      (await store.readAll({ limit: 100 })).events.map(({ position }) => position),
    );
    await again.stop();
  });

  it('notices a live one that fell silent as soon as the head moves', async () => {
    const { store, elsewhere, double } = subject;
    const { next, end } = following(store);
    await fill(elsewhere, 1);
    for (let page = await next(); page.events.length === 0; page = await next());
    double.silenceSubscriptions();
    await fill(elsewhere, 2);
    const pages = [await next()];
    while (eventsOf(pages).length < 2) pages.push(await next());
    expect(eventsOf(pages).map(({ stream }) => stream)).toEqual(
      (await store.readAll({ limit: 10 })).events.slice(1).map(({ stream }) => stream),
    );
    await end();
  });

  it('gives up one that says nothing from the beginning, says so meanwhile, and misses nothing', async () => {
    const { store, double } = subject;
    await fill(store, 5);
    double.faults.muteSubscriptions = 1;
    const failures = new Set<string | null>();
    const watching = setInterval(() => failures.add(store.followers()[0]?.failing ?? null), 10);
    const pages = await catchUp(store, { pageSize: 2 });
    clearInterval(watching);
    expect(eventsOf(pages)).toHaveLength(5);
    expect([...failures]).toContain('a subscription of EventStoreDB fell silent before it had caught up');
    expect(double.subscriptionsOpened).toBe(2);
  });

  it('loses nothing to a slow server, and does not take it for a silent one', async () => {
    const { store, double } = subject;
    await fill(store, 10);
    double.faults.delayMs = 30;
    expect(eventsOf(await catchUp(store, { pageSize: 4 }))).toHaveLength(10);
    expect(double.subscriptionsOpened).toBe(1);
  });
});

describe('a follower with a filter', () => {
  it('comes to the head though nothing passes its filter, before and after it is live', async () => {
    const { store, elsewhere } = subject;
    await fill(elsewhere, 40, 'evidence.exhibit');
    const { next, end } = following(store, intake);
    let page = await next();
    while (!page.caughtUp) page = await next();
    expect(page).toEqual({ events: [], position: await store.head(), caughtUp: true });
    await fill(elsewhere, 3, 'evidence.exhibit');
    for (const head = await store.head(); store.compare(page.position, head) < 0;) page = await next();
    expect(page).toEqual({ events: [], position: await store.head(), caughtUp: true });
    await end();
  });

  it('is not moved by checkpoints that lie ahead of events, as some releases told them', async () => {
    const { store, double } = subject;
    double.faults.wrongCheckpoints = true;
    await fill(store, 4, 'evidence.exhibit');
    const before = await catchUp(store, intake);
    const after = before.at(-1)!.position;
    expect(store.compare(after, await store.head())).toBe(0);
    const [stream] = await fill(store, 1);
    expect(eventsOf(await catchUp(store, { ...intake, after })).map((event) => event.stream)).toEqual([stream]);
  });

  it('is moved by checkpoints in the middle of a long search, so that a restart goes on from there', async () => {
    const { store, double } = subject;
    for (let n = 0; n < 2_500; n++) double.log.writeSystemEvent('$stats-127.0.0.1:2113');
    await fill(store, 1, 'evidence.exhibit');
    double.faults.messageDelayMs = 600;
    const [first] = await pagesUntil(store, intake, (pages) => pages.length === 1);
    expect(first?.events).toEqual([]);
    expect(store.compare(first!.position, await store.head())).toBeLessThan(0);
  });

  it('sees nothing of the system, whose events move no position', async () => {
    const { store, double } = subject;
    await fill(store, 3);
    const head = await store.head();
    for (let n = 0; n < 300; n++) double.log.writeSystemEvent('$stats-127.0.0.1:2113');
    expect(await store.head()).toBe(head);
    expect(await catchUp(store)).toMatchObject([{ events: [{}, {}, {}], position: head, caughtUp: true }]);
  });
});

describe('what was written', () => {
  it('is there for a client that starts later, and for one that reads only', async () => {
    const { store, open } = subject;
    const stream = someStream();
    await appendSome(store, stream, 'no-stream', 3);
    await store.close();
    expect(await open().read(stream)).toHaveLength(3);
    expect((await open({ context: [] }).readAll({ limit: 10 })).events).toHaveLength(3);
  });
});
