import { randomUUID } from 'node:crypto';
import { InMemoryEventStore } from '@parley/event-store';
import { plusMillis, type CommandId, type Instant } from '@parley/kernel';
import { ServiceFollower } from '@parley/projections';
import { createServiceDatabase, type ServiceDatabase } from '@parley/projections/testing';
import type { DataSource } from 'typeorm';
import { DeadlineTimers, type DeadlineTimersOptions } from './deadline-timers';
import { CATEGORY, expiries, StandingClock, toCase, type CaseCommand } from './testing/case-of-deadlines';

const START = '2025-02-05T08:00:00.000Z' as Instant;
const after = (millis: number): Instant => plusMillis(START, millis);

describe('deadline timers', () => {
  let database: ServiceDatabase;
  let store: InMemoryEventStore;
  let clock: StandingClock;
  let running: { stop(): Promise<void> }[];

  beforeEach(async () => {
    database = await createServiceDatabase('intake');
    clock = new StandingClock(START);
    store = new InMemoryEventStore({ clock });
    running = [];
  });
  afterEach(async () => {
    await Promise.all(running.map((timers) => timers.stop()));
    await database.drop();
  });

  const send = (id: string, command: CaseCommand) => toCase(store, id, command, randomUUID() as CommandId);
  const open = (id: string, deadlineId: string, due: number, clockName = deadlineId) =>
    send(id, { kind: 'open', at: clock.now(), deadlines: [{ id: deadlineId, clock: clockName, dueAt: after(due) }] });

  function timersOn(dataSource: DataSource, more: Partial<DeadlineTimersOptions> = {}): DeadlineTimers {
    const follower = new ServiceFollower({ store, dataSource, takeOverMs: 200 });
    const timers = new DeadlineTimers({
      follower,
      dataSource,
      clock,
      categories: [CATEGORY],
      marginMs: 0,
      pollMs: 600_000,
      fire: async ({ timer, commandId }) => {
        await toCase(store, timer.subject, { kind: 'expire', timer }, commandId);
      },
      ...more,
    });
    running.push(timers, follower);
    follower.start();
    timers.start();
    return timers;
  }

  it('fire at the expiry and not before', async () => {
    const timers = timersOn(database.dataSource);
    await open('a', 'reply', 1_000);
    clock.instant = after(999);
    expect(await timers.fireDue()).toBe(0);
    clock.instant = after(1_000);
    expect(await timers.fireDue()).toBe(1);
    expect(await timers.fireDue()).toBe(0);
    expect(await expiries(store)).toEqual([{ what: 'a/reply', at: after(1_000) }]);
  });

  it('wait for the margin, and take effect as of the expiry all the same', async () => {
    const timers = timersOn(database.dataSource, { marginMs: 500 });
    await open('a', 'reply', 1_000);
    clock.instant = after(1_499);
    expect(await timers.fireDue()).toBe(0);
    clock.instant = after(1_500);
    expect(await timers.fireDue()).toBe(1);
    expect(await expiries(store)).toEqual([{ what: 'a/reply', at: after(1_000) }]);
  });

  it('do not fire what was closed in time', async () => {
    const timers = timersOn(database.dataSource);
    await open('a', 'reply', 1_000);
    await send('a', { kind: 'close', id: 'reply', at: after(500) });
    clock.instant = after(5_000);
    expect(await timers.fireDue()).toBe(0);
  });

  it('fire what was moved at its new expiry only', async () => {
    const timers = timersOn(database.dataSource);
    await open('a', 'reply', 1_000);
    await timers.idle();
    await open('a', 'reply', 2_000);
    clock.instant = after(1_500);
    expect(await timers.fireDue()).toBe(0);
    clock.instant = after(2_000);
    expect(await timers.fireDue()).toBe(1);
  });

  it('fire again what was opened again at another expiry after it fired', async () => {
    const timers = timersOn(database.dataSource);
    await open('a', 'cure', 1_000);
    clock.instant = after(1_000);
    await timers.fireDue();
    await open('a', 'cure', 3_000);
    clock.instant = after(3_000);
    expect(await timers.fireDue()).toBe(1);
    expect(await expiries(store)).toHaveLength(2);
  });

  it('fire late in order of expiry, each following clock from the expiry before it', async () => {
    await open('a', 'reply', 1_000, 'consultations+500');
    await open('b', 'reply', 1_200);
    await open('a', 'long-stop', 1_400);
    clock.instant = after(1_000_000);
    const timers = timersOn(database.dataSource);
    expect(await timers.fireDue()).toBe(4);
    const fired = await expiries(store);
    expect(fired.filter(({ what }) => what.startsWith('a/'))).toEqual([
      { what: 'a/reply', at: after(1_000) },
      { what: 'a/long-stop', at: after(1_400) },
      { what: 'a/consultations', at: after(1_500) },
    ]);
  });

  it('fire by themselves while nobody asks', async () => {
    await open('a', 'reply', 1_000);
    clock.instant = after(1_000);
    timersOn(database.dataSource, { pollMs: 10 });
    while ((await expiries(store)).length === 0) await new Promise(setImmediate);
    expect(await expiries(store)).toHaveLength(1);
  });

  it('have one effect after a crash between the command and the mark', async () => {
    let crashes = 1;
    const failures: unknown[] = [];
    const timers = timersOn(database.dataSource, {
      onFailure: (failure) => failures.push(failure),
      fire: async ({ timer, commandId }) => {
        await toCase(store, timer.subject, { kind: 'expire', timer }, commandId);
        if (crashes-- > 0) throw new Error('crash behind the append');
      },
    });
    await open('a', 'reply', 1_000);
    clock.instant = after(1_000);
    expect(await timers.fireDue()).toBe(0);
    expect(failures).toHaveLength(1);
    await timers.idle();
    await timers.stop();
    await timersOn(database.dataSource).fireDue();
    expect(await expiries(store)).toHaveLength(1);
  });

  it('have one effect when two processes poll at once', async () => {
    for (let n = 0; n < 30; n++) await open(`c${n}`, 'reply', 1_000 + n, 'consultations+7');
    clock.instant = after(10_000);
    const second = await database.connect();
    const both = [timersOn(database.dataSource), timersOn(second)];
    for (let round = 0; round < 3; round++) await Promise.all(both.map((timers) => timers.fireDue()));
    const fired = await expiries(store);
    expect(fired).toHaveLength(60);
    expect(new Set(fired.map(({ what }) => what)).size).toBe(60);
    await Promise.all(both.map((timers) => timers.stop()));
    await second.destroy();
  });

  it('are held by their guard, with the later ones of their case only', async () => {
    let heard = false;
    const timers = timersOn(database.dataSource, { guard: async (timer) => timer.clock !== 'long-stop' || heard });
    await open('a', 'long-stop', 1_000);
    await open('a', 'report', 1_500);
    await open('b', 'reply', 1_200);
    clock.instant = after(2_000);
    expect(await timers.fireDue()).toBe(1);
    expect((await expiries(store)).map(({ what }) => what)).toEqual(['b/reply']);
    expect((await timers.overdue()).map((timer) => timer.deadlineId)).toEqual(['long-stop', 'report']);
    heard = true;
    expect(await timers.fireDue()).toBe(2);
    expect((await expiries(store)).map(({ what }) => what)).toEqual(['b/reply', 'a/long-stop', 'a/report']);
  });

  it('are not fired at an expiry that was moved while their guard was asked, but at the new one', async () => {
    const fired: Instant[] = [];
    let isMoved = false;
    const timers = timersOn(database.dataSource, {
      guard: async () => {
        if (!isMoved) await open('a', 'reply', 5_000);
        isMoved = true;
        return true;
      },
      fire: async ({ timer }) => void fired.push(timer.dueAt),
    });
    await open('a', 'reply', 1_000);
    clock.instant = after(1_000);
    expect(await timers.fireDue()).toBe(0);
    clock.instant = after(5_000);
    expect(await timers.fireDue()).toBe(1);
    expect(fired).toEqual([after(5_000)]);
  });

  it('are fired behind however many that are held', async () => {
    const timers = timersOn(database.dataSource, { guard: async (timer) => timer.clock !== 'long-stop' });
    for (let n = 0; n < 120; n++) await open(`held${n}`, 'long-stop', 1_000);
    await open('b', 'reply', 1_200);
    clock.instant = after(2_000);
    expect(await timers.fireDue()).toBe(1);
    expect(await expiries(store)).toEqual([{ what: 'b/reply', at: after(1_200) }]);
  });

  it('keep what cannot fire with the reason, and fire the others', async () => {
    const timers = timersOn(database.dataSource, {
      fire: async ({ timer, commandId }) => {
        if (timer.subject === 'a') throw new Error('store is down');
        await toCase(store, timer.subject, { kind: 'expire', timer }, commandId);
      },
    });
    await open('a', 'reply', 1_000);
    await open('b', 'reply', 1_000);
    clock.instant = after(1_000);
    expect(await timers.fireDue()).toBe(1);
    expect(await timers.overdue()).toMatchObject([
      { subject: 'a', tries: 1, reason: 'Error: its words are in the log alone' },
    ]);
  });

  it('say which expiry is next', async () => {
    const timers = timersOn(database.dataSource);
    expect(await timers.nextDue(START)).toBeUndefined();
    await open('a', 'reply', 2_000);
    await open('b', 'reply', 1_000);
    expect(await timers.nextDue(START)).toBe(after(1_000));
    expect(await timers.nextDue(after(1_000))).toBe(after(2_000));
  });
});
