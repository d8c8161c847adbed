import { InMemoryEventStore } from '@parley/event-store';
import type { Instant } from '@parley/kernel';
import type { DataSource } from 'typeorm';
import { hashTables } from './hash-tables';
import type { Projection } from './projection';
import { rebuildMigration } from './rebuild.migration';
import { ServiceFollower, type ServiceFollowerOptions } from './service-follower';
import { createServiceDatabase, record, type ServiceDatabase } from './testing';
import { talliesIn, tallyMigration, tallyProjection } from './testing/tally.projection';

const tally = tallyProjection('intake.case');

describe('the one follower of a service', () => {
  let database: ServiceDatabase;
  let store: InMemoryEventStore;
  let running: ServiceFollower[];
  let seen: string[];
  let failures: unknown[];

  beforeEach(async () => {
    database = await createServiceDatabase('intake', [tallyMigration('intake'), rebuildMigration('intake', ['tally'])]);
    store = new InMemoryEventStore({ clock: { now: () => '2025-02-05T08:00:00.000Z' as Instant } });
    [running, seen, failures] = [[], [], []];
  });
  afterEach(async () => {
    await Promise.all(running.map((follower) => follower.stop()));
    await database.drop();
  });

  const open = (more: Partial<ServiceFollowerOptions> = {}): ServiceFollower => {
    const follower = new ServiceFollower({
      store,
      dataSource: database.dataSource,
      onFailure: (failure) => failures.push(failure),
      ...more,
    });
    running.push(follower);
    return follower;
  };
  /** Sees events, and writes nothing. */
  const witness = (name: string, apply: () => Promise<void> = () => Promise.resolve()): Projection => ({
    name,
    categories: ['intake.case'],
    tables: [],
    async apply(_manager, events) {
      await apply();
      seen.push(...events.map(({ revision }) => `${name}${String(revision)}`));
    },
  });
  const count = async (...amounts: readonly number[]): Promise<void> => {
    await record(store, 'intake.case', 'a', ...amounts.map((amount) => ({ type: 'Counted', data: { amount } })));
  };
  const tallies = async (dataSource: DataSource = database.dataSource) => talliesIn(dataSource.manager, 'intake');
  const until = async (is: () => boolean): Promise<void> => {
    while (!is()) await new Promise(setImmediate);
  };
  const checkpoints = async (): Promise<readonly { name: string; tables: string[] }[]> =>
    database.dataSource.query('SELECT name, tables FROM intake.checkpoint ORDER BY name');

  it('gives a page to all tables in one transaction with one checkpoint', async () => {
    await count(1, 2, 3);
    const follower = open();
    follower.table(tally);
    follower.table(witness('w'));
    follower.start();
    await follower.idle();
    expect([...(await tallies())]).toEqual([['a', 3]]);
    expect(seen).toEqual(['w0', 'w1', 'w2']);
    expect(await checkpoints()).toEqual([{ name: 'record', tables: ['tally', 'w'] }]);
  });

  it('costs three statements a page beside what the tables need, however many they are', async () => {
    const follower = open();
    for (const name of ['u', 'v', 'w']) follower.table(witness(name));
    follower.start();
    await follower.idle();
    const runner = database.dataSource.createQueryRunner();
    const query = jest.spyOn(Object.getPrototypeOf(runner) as typeof runner, 'query');
    await count(1, 2, 3, 4, 5);
    await follower.idle();
    const said = query.mock.calls.map(([sql]) => sql.trim().split(/\s+/, 1)[0]);
    query.mockRestore();
    await runner.release();
    expect(said).toEqual(['START', 'UPDATE', 'COMMIT']);
  });

  it('writes nothing of a page that fails, and applies it once when it comes again', async () => {
    let broken = 1;
    const follower = open();
    follower.table(tally);
    follower.table(witness('w', () => (broken-- > 0 ? Promise.reject(new Error('broken')) : Promise.resolve())));
    follower.start();
    await count(1, 2);
    await follower.idle();
    expect([...(await tallies())]).toEqual([['a', 2]]);
    expect(failures.map(String)).toEqual(['Error: broken']);
    expect(follower.alone()).toEqual([]);
  });

  it('lets a table that goes on failing follow by itself until it is level, and holds back no other', async () => {
    let isBroken = true;
    const follower = open();
    const list = follower.table(tally);
    const failing = follower.table(
      witness('w', () => (isBroken ? Promise.reject(new Error('broken')) : Promise.resolve())),
    );
    follower.start();
    await count(1, 2);
    await list.idle();
    await count(3);
    await list.idle();
    expect([...(await tallies())]).toEqual([['a', 3]]);
    expect(follower.alone()).toEqual(['w']);
    expect(await failing.behind(10)).toBe(3);
    expect([await list.waitingSince(), await failing.waitingSince()]).toEqual([undefined, '2025-02-05T08:00:00.000Z']);
    expect((await checkpoints()).find(({ name }) => name === 'record')?.tables).toEqual(['tally']);
    isBroken = false;
    await until(() => follower.alone().length === 0);
    await count(4);
    await follower.idle();
    expect(seen).toEqual(['w0', 'w1', 'w2', 'w3']);
  });

  it('lets a table that is new catch up by itself, and then takes it among the others', async () => {
    const before = open();
    before.table(witness('w'));
    before.start();
    await count(1, 2);
    await before.idle();
    await before.stop();
    const after = open();
    after.table(witness('w'));
    const added = after.table(tally);
    after.start();
    await count(3);
    await after.idle();
    await until(() => after.alone().length === 0);
    await count(4);
    await added.idle();
    expect([...(await tallies())]).toEqual([['a', 4]]);
    expect(seen).toEqual(['w0', 'w1', 'w2', 'w3']);
  });

  it('leaves a table that an older release does not know where it stands, and takes it up again there', async () => {
    const run = async (...projections: readonly Projection[]): Promise<ServiceFollower> => {
      const follower = open();
      for (const projection of projections) follower.table(projection);
      follower.start();
      await count(1);
      await follower.idle();
      await until(() => follower.alone().length === 0);
      return follower;
    };
    for (const projections of [[tally, witness('w')], [witness('w')], [tally, witness('w')]])
      await (await run(...projections)).stop();
    expect([...(await tallies())]).toEqual([['a', 3]]);
    expect(seen).toEqual(['w0', 'w1', 'w2']);
  });

  it('rebuilds a table beside the others to where all stand', async () => {
    const follower = open();
    const list = follower.table(tally);
    follower.start();
    await count(1, 2, 3);
    await follower.idle();
    const before = await hashTables(database.dataSource.manager, tally.tables);
    await database.dataSource.query('UPDATE intake.tally SET total = 0');
    const writing = (async () => {
      for (let n = 0; n < 50; n++) await count(0);
    })();
    await list.rebuild();
    await writing;
    await list.rebuild();
    await follower.idle();
    expect([...(await tallies())]).toEqual([['a', 53]]);
    expect(before).not.toEqual(await hashTables(database.dataSource.manager, tally.tables));
    expect(await checkpoints()).toEqual([{ name: 'record', tables: ['tally'] }]);
    await count(7);
    await follower.idle();
    const live = await hashTables(database.dataSource.manager, tally.tables);
    await list.rebuild();
    expect(await hashTables(database.dataSource.manager, tally.tables)).toEqual(live);
  });

  it('applies each event once though two processes follow, and only the one that follows leads', async () => {
    const leading: string[] = [];
    const other = await database.connect();
    const start = (name: string, dataSource: DataSource): ServiceFollower => {
      const follower = open({ dataSource, takeOverMs: 40 });
      follower.table(tally);
      follower.leads({
        lead: () => void leading.push(`${name} leads`),
        rest: () => Promise.resolve(void leading.push(`${name} rests`)),
      });
      follower.start();
      return follower;
    };
    const first = start('first', database.dataSource);
    await count(1);
    await first.idle();
    const second = start('second', other);
    await until(() => leading.includes('second leads'));
    for (let n = 0; n < 20; n++) await count(n);
    await second.idle();
    await until(() => leading.includes('first rests') || leading.includes('second rests'));
    expect([...(await tallies())]).toEqual([['a', 21]]);
    await Promise.all([first.stop(), second.stop()]);
    await other.destroy();
  });
});
