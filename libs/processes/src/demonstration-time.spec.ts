import { randomUUID } from 'node:crypto';
import { commandIdOf, InMemoryEventStore, sha256, type CommandContext } from '@parley/event-store';
import { plusMillis, type CommandId, type Instant } from '@parley/kernel';
import { ServiceFollower } from '@parley/projections';
import { createServiceDatabase, type ServiceDatabase } from '@parley/projections/testing';
import { DeadlineTimers } from './deadline-timers';
import { DemonstrationClock } from './demonstration-clock';
import { DemonstrationTime } from './demonstration-time';
import { RequestGate } from './request-gate';
import { CATEGORY, expiries, toCase } from './testing/case-of-deadlines';
import { Reactions, type RunningReaction } from './work/reactions';

const START = '2025-02-03T08:00:00.000Z' as Instant;
const DAY = 86_400_000;
const day = (n: number): Instant => plusMillis(START, n * DAY);
const contextOf = (key: string): CommandContext => ({
  commandId: commandIdOf(key),
  cause: { kind: 'command', id: commandIdOf(key), bodyDigest: sha256(key) },
  actor: { kind: 'system', process: 'operator' },
  ruleSetVersion: 'none',
});

describe('demonstration time', () => {
  let database: ServiceDatabase;
  let store: InMemoryEventStore;
  let clock: DemonstrationClock;
  let timers: DeadlineTimers;
  let gate: RequestGate;
  let time: DemonstrationTime;
  let process: RunningReaction;
  let follower: ServiceFollower;

  beforeEach(async () => {
    database = await createServiceDatabase('intake');
    clock = new DemonstrationClock();
    store = new InMemoryEventStore({ clock });
    await clock.begin(store, START);
    const { dataSource } = database;
    follower = new ServiceFollower({ store, dataSource });
    timers = new DeadlineTimers({
      follower,
      dataSource,
      clock,
      categories: [CATEGORY],
      marginMs: 0,
      fire: async ({ timer, commandId }) => {
        await toCase(store, timer.subject, { kind: 'expire', timer }, commandId);
      },
    });
    process = new Reactions({ store, dataSource, follower }).add({
      name: 'answer',
      categories: [CATEGORY],
      react: async () => undefined,
    });
    follower.start();
    timers.start();
    gate = new RequestGate();
    time = new DemonstrationTime({ store, clock, gate, settleMs: 10_000 });
    time.waitFor(process);
    time.step(timers);
  });
  afterEach(async () => {
    await timers.stop();
    await follower.stop();
    await database.drop();
  });

  const open = (id: string, deadline: string, due: Instant) =>
    toCase(
      store,
      id,
      { kind: 'open', at: clock.now(), deadlines: [{ id: deadline, clock: deadline, dueAt: due }] },
      randomUUID() as CommandId,
    );

  it('goes expiry by expiry, and each following clock starts at the expiry before it', async () => {
    await open('a', 'reply', day(10));
    await open('b', 'reply', day(12));
    await toCase(
      store,
      'a',
      { kind: 'open', at: clock.now(), deadlines: [{ id: 'disclosure', clock: `challenge+${DAY}`, dueAt: day(9) }] },
      randomUUID() as CommandId,
    );
    const moved = await time.advanceTo(day(30), contextOf('month'));
    expect(moved).toMatchObject({ kind: 'advanced', expiries: [day(9), day(10), day(12)] });
    const fired = await expiries(store);
    expect(fired.map(({ at }) => at)).toEqual([day(9), day(10), day(10), day(12)]);
    expect(clock.now() >= day(30)).toBe(true);
  });

  it('leaves what is due later alone', async () => {
    await open('a', 'reply', day(10));
    await time.advanceTo(day(5), contextOf('short'));
    expect(await expiries(store)).toEqual([]);
    await time.advanceTo(day(10), contextOf('long'));
    expect(await expiries(store)).toHaveLength(1);
  });

  it('tells how far it has come when it takes long, and goes on: 640 expiries of one instant', async () => {
    for (let n = 0; n < 640; n++) await open(`c${String(n)}`, 'reply', day(10));
    const impatient = new DemonstrationTime({ store, clock, gate, settleMs: 500 });
    impatient.waitFor(process);
    impatient.step(timers);
    const context = contextOf('many');
    const begun = performance.now();
    expect(await impatient.advanceOrTell(day(30), context, 200)).toMatchObject({ kind: 'moving' });
    expect(await impatient.advanceOrTell(day(30), context, 120_000)).toMatchObject({ kind: 'advanced' });
    expect(await expiries(store)).toHaveLength(640);
    expect(performance.now() - begun).toBeGreaterThan(500);
  }, 180_000);

  it('does not go back', async () => {
    expect(await time.advanceTo(day(-1), contextOf('back'))).toMatchObject({
      kind: 'refused',
      reason: { code: 'clock-goes-forward-only' },
    });
  });

  it('gives the same command the answer of then', async () => {
    await time.advanceTo(day(1), contextOf('once'));
    while (clock.now() === day(1)) await new Promise(setImmediate);
    expect(await time.advanceTo(day(1), contextOf('once'))).toMatchObject({ kind: 'advanced' });
  });

  it('answers a command that comes again after it was given up at its goal only when all has settled', async () => {
    let stuck = false;
    const waiting: string[] = [];
    const again = new DemonstrationTime({ store, clock, gate, settleMs: 50 });
    again.waitFor({
      idle: async () => {
        waiting.push('asked');
        if (stuck) await new Promise<never>(() => undefined);
      },
    });
    clock.moveTo = new Proxy(clock.moveTo.bind(clock), {
      apply: async (move, _clock, given: Parameters<typeof clock.moveTo>) => {
        await move(...given);
        stuck = true;
      },
    });
    await expect(again.advanceTo(day(1), contextOf('given up'))).rejects.toThrow('did not settle');
    stuck = false;
    waiting.length = 0;
    expect(await again.advanceTo(day(1), contextOf('given up'))).toMatchObject({ kind: 'advanced' });
    expect(waiting).not.toEqual([]);
  });

  it('waits for requests inside and holds new ones', async () => {
    const leave = await gate.acquire();
    const log: string[] = [];
    const moving = time.advanceTo(day(3), contextOf('held')).then(() => log.push('moved'));
    await new Promise(setImmediate);
    const entering = gate.acquire().then((exit) => {
      log.push(clock.now() >= day(3) ? 'entered after the move' : 'entered before the move');
      exit();
    });
    expect(clock.now() < day(1)).toBe(true);
    leave();
    await Promise.all([moving, entering]);
    expect(log).toContain('entered after the move');
  });

  it('says so when it does not settle, and lets requests in again', async () => {
    const stuck = new DemonstrationTime({ store, clock, gate, settleMs: 50 });
    stuck.waitFor({ idle: () => new Promise<never>(() => undefined) });
    await expect(stuck.advanceTo(day(1), contextOf('stuck'))).rejects.toThrow('did not settle within 50 ms');
    const leave = await gate.acquire();
    leave();
    expect(clock.now() < day(1)).toBe(true);
  });
});
