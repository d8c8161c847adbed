import { InMemoryEventStore, type EventStore, type FollowOptions, type Page } from '@parley/event-store';
import type { Instant } from '@parley/kernel';
import { CheckpointedFollower } from './checkpointed-follower';
import type { FollowerOptions } from './follower-options';
import { createServiceDatabase, record, type ServiceDatabase } from './testing';

/** A store whose `follow` is another one, the rest unchanged. */
const followingBy = (
  store: InMemoryEventStore,
  follow: (options: FollowOptions) => AsyncIterable<Page>,
): EventStore => ({
  start: store.start,
  append: store.append.bind(store),
  read: store.read.bind(store),
  readAll: store.readAll.bind(store),
  head: store.head.bind(store),
  compare: store.compare.bind(store),
  follow,
});

describe('a follower', () => {
  let database: ServiceDatabase;
  let store: InMemoryEventStore;
  let seen: string[];
  let running: CheckpointedFollower[];

  beforeEach(async () => {
    database = await createServiceDatabase('intake');
    store = new InMemoryEventStore({ clock: { now: () => '2025-02-05T08:00:00.000Z' as Instant } });
    seen = [];
    running = [];
  });
  afterEach(async () => {
    await Promise.all(running.map((follower) => follower.stop()));
    await database.drop();
  });

  function follow(more: Partial<FollowerOptions> = {}): CheckpointedFollower {
    const { dataSource } = database;
    const follower = new CheckpointedFollower({
      store,
      dataSource,
      name: 'reader',
      categories: ['intake'],
      handle: async ({ events, move }) => {
        seen.push(...events.map(({ type }) => type));
        await move(dataSource.manager);
      },
      ...more,
    });
    running.push(follower);
    follower.start();
    return follower;
  }
  const tell = (category: string, ...types: readonly string[]) =>
    record(store, category, 'a', ...types.map((type) => ({ type, data: {} })));

  it('misses nothing when a page is exactly as long as the log', async () => {
    await tell('intake.case', '1', '2', '3');
    const follower = follow({ pageSize: 3 });
    await follower.idle();
    await tell('intake.case', '4');
    await follower.idle();
    expect(seen).toEqual(['1', '2', '3', '4']);
  });

  it('misses nothing behind pages that were filtered empty', async () => {
    const follower = follow({ pageSize: 2 });
    await tell('evidence.exhibit', 'x', 'x', 'x', 'x', 'x');
    await follower.idle();
    await tell('intake.case', '1');
    await tell('evidence.exhibit', 'x');
    await tell('intake.draft', '2');
    await follower.idle();
    await follower.stop();
    await tell('intake.case', '3');
    await follow({ pageSize: 2 }).idle();
    expect(seen).toEqual(['1', '2', '3']);
  });

  it('begins anew when its source falls silent', async () => {
    let opened = 0;
    const silent = followingBy(store, async function* (options) {
      opened += 1;
      if (opened === 1) await new Promise(() => undefined);
      yield* store.follow(options);
    });
    await tell('intake.case', '1');
    const follower = follow({ store: silent, watchdogMs: 20 });
    await follower.idle();
    expect(seen).toEqual(['1']);
  });

  it('goes on when its source ends or fails', async () => {
    let opened = 0;
    const failing = followingBy(store, async function* (options) {
      opened += 1;
      if (opened === 1) throw new Error('connection lost');
      if (opened > 2) yield* store.follow(options);
    });
    const failures: unknown[] = [];
    await tell('intake.case', '1');
    const follower = follow({ store: failing, onFailure: (failure) => failures.push(failure) });
    await follower.idle();
    expect(seen).toEqual(['1']);
    expect(failures).toHaveLength(1);
    expect(follower.status().lastFailure).toBeUndefined();
  });

  it('stops though its source never answers', async () => {
    const silent = followingBy(store, async function* () {
      await new Promise(() => undefined);
      yield { events: [], position: store.start, caughtUp: true };
    });
    const follower = follow({ store: silent });
    await follower.stop();
    expect(follower.status().state).toBe('stopped');
  });

  it('does not take a page as done whose checkpoint was left where it was', async () => {
    const failures: unknown[] = [];
    await tell('intake.case', '1');
    follow({ handle: async () => undefined, onFailure: (failure) => failures.push(failure) });
    while (failures.length === 0) await new Promise(setImmediate);
    expect(String(failures[0])).toContain('left the checkpoint where it was');
  });

  it('that stands by tells how far the other is', async () => {
    const first = follow({ takeOverMs: 2_000 });
    await first.idle();
    const second = follow({ takeOverMs: 2_000 });
    await second.idle();
    await tell('intake.case', '1');
    while (first.status().state !== 'standing-by' && second.status().state !== 'standing-by')
      await new Promise(setImmediate);
    const [standing, moving] = first.status().state === 'standing-by' ? [first, second] : [second, first];
    await moving.idle();
    const head = await store.head();
    while (standing.status().position !== head) await new Promise(setImmediate);
    expect(standing.status()).toMatchObject({ state: 'standing-by', position: head, caughtUp: true });
  });

  describe('that some events mean nothing to', () => {
    const concerns: NonNullable<FollowerOptions['concerns']> = ({ type }) => type !== 'x';
    const checkpoint = async (): Promise<string | null | undefined> => {
      const rows: { position: string | null }[] = await database.dataSource.query(
        `SELECT position FROM intake.checkpoint WHERE name = 'reader'`,
      );
      return rows[0]?.position;
    };

    it('is handed the others, and writes nothing for a page of these alone', async () => {
      const follower = follow({ concerns });
      await tell('intake.case', 'x', 'x');
      await follower.idle();
      expect([seen, await checkpoint()]).toEqual([[], null]);
      await tell('intake.case', '1', 'x', '2');
      await follower.idle();
      expect([seen, await checkpoint()]).toEqual([['1', '2'], await store.head()]);
      await tell('intake.case', 'x');
      await follower.idle();
      expect([await follower.isCaughtUp(), await follower.behind(10)]).toEqual([true, 0]);
    });

    it('is behind while one of the others is left, however many lie before it', async () => {
      await tell('intake.case', 'x', 'x', '1', '2');
      const notStarted = new CheckpointedFollower({
        store,
        dataSource: database.dataSource,
        name: 'reader',
        categories: ['intake'],
        concerns,
        handle: async () => undefined,
      });
      expect([await notStarted.behind(1), await notStarted.behind(2), await notStarted.behind(10)]).toEqual([1, 1, 2]);
      const follower = follow({ concerns });
      await follower.idle();
      expect([await follower.behind(1), await follower.behind(10)]).toEqual([0, 0]);
    });

    it('misses none of the others after a stop', async () => {
      const first = follow({ concerns });
      await tell('intake.case', '1', 'x');
      await first.idle();
      await first.stop();
      await tell('intake.case', 'x', '2', 'x');
      await follow({ concerns }).idle();
      expect(seen).toEqual(['1', '2']);
    });

    it('is not taken over from for their sake', async () => {
      const looks = jest.spyOn(store, 'readAll');
      // While the page is in hand, another process claims the checkpoint, moves it past the page, and has nothing more
      // to do.
      const fenced = follow({
        concerns,
        takeOverMs: 20,
        handle: async ({ move }) => {
          await tell('intake.case', ...Array.from({ length: 300 }, () => 'x'));
          await database.dataSource.query(
            `UPDATE intake.checkpoint SET epoch = epoch + 1, position = '1', moved_at = now() - interval '1 minute'`,
          );
          await move(database.dataSource.manager);
        },
      });
      await tell('intake.case', '1');
      while (fenced.status().state !== 'standing-by') await new Promise(setImmediate);
      const before = looks.mock.calls.length;
      while (looks.mock.calls.length < before + 10) await new Promise(setImmediate);
      expect([fenced.status().state, await fenced.isCaughtUp()]).toEqual(['standing-by', true]);
      await tell('intake.case', '2');
      while (fenced.status().state !== 'following') await new Promise(setImmediate);
    });
  });
});
