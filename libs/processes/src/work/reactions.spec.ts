import {
  InMemoryEventStore,
  streamIdOf,
  UnreadableEventError,
  wrappedStore,
  type Page,
  type RecordedEvent,
} from '@parley/event-store';
import type { CommandId, Instant } from '@parley/kernel';
import { ServiceFollower } from '@parley/projections';
import { createServiceDatabase, record, type ServiceDatabase } from '@parley/projections/testing';
import type { DataSource } from 'typeorm';
import { caseStream, toCase } from '../testing/case-of-deadlines';
import type { Reaction } from './reaction';
import { Reactions, type ReactionsOptions, type RunningReaction } from './reactions';

const at = '2025-02-05T08:00:00.000Z' as Instant;

describe('reactions to events', () => {
  let database: ServiceDatabase;
  let store: InMemoryEventStore;
  let running: ServiceFollower[];
  beforeEach(async () => {
    database = await createServiceDatabase('intake');
    store = new InMemoryEventStore({ clock: { now: () => at } });
    running = [];
  });
  afterEach(async () => {
    await stop();
    await database.drop();
  });

  const stop = async (): Promise<void> => {
    await Promise.all(running.map((follower) => follower.stop()));
  };
  function run(
    react: Reaction['react'],
    more: Partial<Omit<Reaction, 'react'> & ReactionsOptions> = {},
    dataSource: DataSource = database.dataSource,
  ): RunningReaction {
    const follower = new ServiceFollower({ store, dataSource, takeOverMs: 40 });
    const reactions = new Reactions({ store, dataSource, follower, tries: 2, retryMs: 1, ...more });
    const reaction = reactions.add({ name: 'register', categories: ['intake.filing'], ...more, react });
    running.push(follower);
    follower.start();
    return reaction;
  }
  const file = async (...ids: readonly string[]): Promise<void> => {
    for (const id of ids) await record(store, 'intake.filing', id, { type: 'GrievanceFiled', data: {} });
  };
  const register = async (event: RecordedEvent, commandId: CommandId): Promise<void> => {
    await toCase(store, streamIdOf(event.stream), { kind: 'open', at, deadlines: [] }, commandId);
  };
  const rows = (): Promise<readonly unknown[]> => database.dataSource.query('SELECT id FROM intake.work');

  it('issue the command that each event calls for, and strike it off', async () => {
    const reaction = run(register);
    await file('a', 'b');
    await reaction.idle();
    expect([(await store.read(caseStream('a'))).length, (await store.read(caseStream('b'))).length]).toEqual([1, 1]);
    expect(await rows()).toEqual([]);
  });

  it('answer streams side by side, and one stream in order', async () => {
    const answered: string[] = [];
    const other = Promise.withResolvers<true>();
    // In a single lane the first stream would wait for ever for the second.
    const react = async (event: RecordedEvent): Promise<void> => {
      const id = streamIdOf(event.stream);
      if (id === 'a' && event.revision === 0) await other.promise;
      answered.push(`${id}${String(event.revision)}`);
      if (id === 'b') other.resolve(true);
    };
    await file('a', 'a', 'b');
    await run(react, { lanes: 2 }).idle();
    expect(answered).toEqual(['b0', 'a0', 'a1']);
  });

  it('issue it once in effect though they crash behind the append', async () => {
    let crashes = 1;
    const reaction = run(async (event, commandId) => {
      await register(event, commandId);
      if (crashes-- > 0) throw new Error('crash');
    });
    await file('a');
    await reaction.idle();
    expect(await store.read(caseStream('a'))).toHaveLength(1);
    expect(await reaction.parked()).toEqual([]);
  });

  it('issue it once in effect though the checkpoint is lost', async () => {
    const first = run(register);
    await file('a', 'b');
    await first.idle();
    await stop();
    await database.dataSource.query('DELETE FROM intake.checkpoint');
    await run(register).idle();
    expect(await store.read(caseStream('a'))).toHaveLength(1);
  });

  it('are taken up again where a process ended before the command', async () => {
    const held = Promise.withResolvers<never>();
    // It may end before anybody has begun to wait for it.
    held.promise.catch(() => undefined);
    const reaction = run(() => held.promise);
    await file('a');
    while ((await rows()).length === 0) await new Promise(setImmediate);
    // The row is there a moment before the follower says that it has moved past its event.
    while ((await reaction.behind(10)) > 1) await new Promise(setImmediate);
    expect(await reaction.behind(10)).toBe(1);
    expect(await reaction.waitingSince()).toBe(at);
    held.reject(new Error('the process ends'));
    await stop();
    expect(await rows()).toHaveLength(1);
    const next = run(register);
    await next.idle();
    expect(await store.read(caseStream('a'))).toHaveLength(1);
    expect([await next.behind(10), await next.waitingSince()]).toEqual([0, undefined]);
  });

  it('park what keeps failing for its own stream only, and answer it when it is replayed', async () => {
    let isBroken = true;
    const reaction = run(async (event, commandId) => {
      if (isBroken && streamIdOf(event.stream) === 'a') throw new Error('broken');
      await register(event, commandId);
    });
    await file('a', 'b', 'a');
    await reaction.idle();
    expect(await store.read(caseStream('b'))).toHaveLength(1);
    expect(await reaction.parked()).toMatchObject([
      { key: 'intake.filing-a', reason: 'Error: its words are in the log alone', tries: 2 },
      { key: 'intake.filing-a', reason: null },
    ]);
    await file('a');
    await reaction.idle();
    expect(await reaction.parked()).toHaveLength(3);
    expect(await reaction.replayParked('intake.filing-a')).toBe(0);
    isBroken = false;
    expect(await reaction.replayParked('intake.filing-a')).toBe(3);
    expect(await store.read(caseStream('a'))).toHaveLength(3);
    expect(await reaction.parked()).toEqual([]);
  });

  it('park an event that cannot be read, go on with others, and answer it when it is mended', async () => {
    let isSpoiled = true;
    const failures: unknown[] = [];
    const spoils = ({ stream }: RecordedEvent): boolean => isSpoiled && stream === 'intake.filing-a';
    const errorOf = ({ position, ...kept }: RecordedEvent) => new UnreadableEventError(position, kept);
    const spoiledPage = (page: Page): Page => ({
      ...page,
      events: page.events.filter((event) => !spoils(event)),
      unreadable: page.events.filter(spoils).map(errorOf),
    });
    const sound = store;
    const spoiled = wrappedStore(sound, {
      readAll: async (options) => spoiledPage(await sound.readAll(options)),
      read: async (...given) => {
        const events = await sound.read(...given);
        for (const event of events) if (spoils(event)) throw errorOf(event);
        return events;
      },
      async *follow(options) {
        for await (const page of sound.follow(options)) yield spoiledPage(page);
      },
    });
    const onFailure = (failure: unknown) => failures.push(failure);
    const follower = new ServiceFollower({ store: spoiled, dataSource: database.dataSource, onFailure });
    const reactions = new Reactions({ store: spoiled, dataSource: database.dataSource, follower });
    const reaction = reactions.add({ name: 'register', categories: ['intake.filing'], react: register });
    running.push(follower);
    follower.start();
    await file('a');
    while (failures.length === 0) await new Promise(setImmediate);
    expect(failures).toEqual([expect.any(UnreadableEventError)]);
    await file('b');
    await reaction.idle();
    expect([await store.read(caseStream('a')), await store.read(caseStream('b'))]).toMatchObject([[], [{}]]);
    expect(await reactions.unreadable.parked()).toMatchObject([{ work: 'unreadable', key: 'intake.filing-a' }]);
    expect(await reactions.unreadable.replayParked()).toBe(0);
    isSpoiled = false;
    expect(await reactions.unreadable.replayParked()).toBe(1);
    await reaction.idle();
    expect(await store.read(caseStream('a'))).toHaveLength(1);
    expect(await reactions.unreadable.parked()).toEqual([]);
  });

  it('answer what was parked by themselves when they can, though nobody asks (I-17)', async () => {
    let isBroken = true;
    const reaction = run(
      async (event, commandId) => {
        if (isBroken) throw new Error('broken');
        await register(event, commandId);
      },
      { replayMs: 5 },
    );
    await file('a');
    await reaction.idle();
    expect(await store.read(caseStream('a'))).toEqual([]);
    isBroken = false;
    while ((await reaction.parked()).length > 0) await new Promise(setImmediate);
    expect(await store.read(caseStream('a'))).toHaveLength(1);
  });

  it('of many cases are all answered, each once in effect, though two processes take turns', async () => {
    const other = await database.connect();
    const ids = Array.from({ length: 60 }, (_, n) => `c${String(n)}`);
    const first = run(register);
    await file(...ids.slice(0, 20));
    const second = run(register, {}, other);
    await file(...ids.slice(20));
    await Promise.all([first.idle(), second.idle()]);
    for (const id of ids) expect(await store.read(caseStream(id))).toHaveLength(1);
    await stop();
    await other.destroy();
  });
});
