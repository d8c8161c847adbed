import { commandIdOf, InMemoryEventStore, sha256, type CommandContext } from '@parley/event-store';
import { millisOf, plusMillis, type Instant } from '@parley/kernel';
import { DemonstrationClock } from './demonstration-clock';
import { clockStream } from './clock-stream';

const START = '2025-02-03T08:00:00.000Z' as Instant;
const REAL = millisOf('2026-11-25T13:00:00.000Z' as Instant);
const contextOf = (key: string): CommandContext => ({
  commandId: commandIdOf(key),
  cause: { kind: 'command', id: commandIdOf(key), bodyDigest: sha256(key) },
  actor: { kind: 'system', process: 'test' },
  ruleSetVersion: 'none',
});

describe('the demonstration clock', () => {
  let real: number;
  let clock: DemonstrationClock;
  let store: InMemoryEventStore;
  beforeEach(() => {
    real = REAL;
    clock = new DemonstrationClock(() => real);
    store = new InMemoryEventStore({ clock });
  });

  it('starts where it is told and ticks as the real one', async () => {
    await clock.begin(store, START);
    expect(clock.now()).toBe(START);
    real += 1_500;
    expect(clock.now()).toBe(plusMillis(START, 1_500));
    expect((await store.read(clockStream))[0]?.recordedAt).toBe(START);
  });

  it('goes on from the record when it begins again', async () => {
    await clock.begin(store, START);
    await clock.moveTo(store, plusMillis(START, 86_400_000), contextOf('a day'));
    const other = new DemonstrationClock(() => real);
    await other.begin(store, START);
    expect(other.now()).toBe(plusMillis(START, 86_400_000));
  });

  it('only goes forward', async () => {
    await clock.begin(store, START);
    await clock.moveTo(store, plusMillis(START, -1_000), contextOf('back'));
    expect(clock.now()).toBe(START);
    expect(await store.read(clockStream)).toHaveLength(1);
    real -= 60_000;
    expect(clock.now()).toBe(START);
  });

  it('takes the time from a record that another process begins, and has none before', async () => {
    const other = new DemonstrationClock(() => real);
    expect(await other.catchUp(store)).toBe(false);
    await clock.begin(store, START);
    expect(await other.catchUp(store)).toBe(true);
    expect(other.now()).toBe(START);
    await clock.moveTo(store, plusMillis(START, 3_600_000), contextOf('an hour'));
    await other.catchUp(store);
    expect(other.now()).toBe(clock.now());
  });

  it('follows what another process records', async () => {
    await clock.begin(store, START);
    const other = new DemonstrationClock(() => real);
    await other.begin(store, START);
    const ended = new AbortController();
    const following = other.follow(store, ended.signal);
    await clock.moveTo(store, plusMillis(START, 3_600_000), contextOf('an hour'));
    while (other.now() === START) await new Promise(setImmediate);
    expect(other.now()).toBe(clock.now());
    ended.abort();
    await following;
  });
});
