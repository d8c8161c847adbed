import type { EventStore } from '@parley/event-store';
import type { Clock, Instant } from '@parley/kernel';
import { openTestEventStore, type TestEventStore } from '@parley/testing';
import type { Projection } from './projection';
import { ProjectionRunner } from './projection-runner';
import { rebuildMigration } from './rebuild.migration';
import { createServiceDatabase, record, type ServiceDatabase } from './testing';
import { talliesIn, tallyMigration, tallyProjection } from './testing/tally.projection';

const clock: Clock = { now: () => new Date().toISOString() as Instant };

describe('a projection runner', () => {
  let database: ServiceDatabase;
  let opened: TestEventStore;
  let store: EventStore;
  let runners: ProjectionRunner[];

  beforeEach(async () => {
    database = await createServiceDatabase('intake', [tallyMigration('intake'), rebuildMigration('intake', ['tally'])]);
    opened = await openTestEventStore(database.url, ['intake', 'evidence'], clock);
    ({ store } = opened);
    runners = [];
  });
  afterEach(async () => {
    await Promise.all(runners.map((runner) => runner.stop()));
    await opened.close();
    await database.drop();
  });

  function run(projection: Projection = tallyProjection('intake.case'), more: object = {}): ProjectionRunner {
    const runner = new ProjectionRunner({ store, dataSource: database.dataSource, projection, ...more });
    runners.push(runner);
    runner.start();
    return runner;
  }

  const fileCases = async (count: number, prefix = 'c'): Promise<void> => {
    for (let n = 0; n < count; n++)
      await record(store, 'intake.case', `${prefix}${n % 7}`, { type: 'Counted', data: { amount: n } });
  };
  const total = async (): Promise<number> =>
    [...(await talliesIn(database.dataSource.manager, 'intake')).values()].reduce((a, b) => a + b, 0);

  it('shows a reader what it has just written', async () => {
    const runner = run();
    await record(store, 'intake.case', 'a', { type: 'Counted', data: { amount: 5 } });
    await runner.idle();
    expect((await talliesIn(database.dataSource.manager, 'intake')).get('a')).toBe(1);
  });

  it('says why it fails', async () => {
    const stuck = { ...tallyProjection('intake.case'), apply: () => Promise.reject(new Error('table is gone')) };
    await record(store, 'intake.case', 'a', { type: 'Counted', data: { amount: 5 } });
    const failed = Promise.withResolvers<unknown>();
    const runner = run(stuck, { onFailure: failed.resolve });
    await failed.promise;
    expect(runner.status()).toMatchObject({ state: 'failing', lastFailure: 'table is gone' });
  });

  it('does not wait for events of others', async () => {
    const runner = run();
    await record(store, 'evidence.exhibit', 'x', { type: 'Counted', data: { amount: 1 } });
    await expect(runner.idle()).resolves.toBeUndefined();
  });

  it('applies each event once though it crashes between the tables and the commit', async () => {
    const tally = tallyProjection('intake.case');
    let crashes = 3;
    const crashing: Projection = {
      ...tally,
      apply: async (...given) => {
        await tally.apply(...given);
        if (crashes-- > 0) throw new Error('crash before the commit');
      },
    };
    const failures: unknown[] = [];
    const runner = run(crashing, { pageSize: 4, onFailure: (failure: unknown) => failures.push(failure) });
    await fileCases(20);
    await runner.idle();
    expect(await total()).toBe(20);
    expect(failures).toHaveLength(3);
  });

  it('goes on from its checkpoint after a stop', async () => {
    const first = run();
    await fileCases(10);
    await first.idle();
    await first.stop();
    await fileCases(10);
    await run().idle();
    expect(await total()).toBe(20);
  });

  it('is fenced by a second one, and nothing is counted twice', async () => {
    const first = run(undefined, { pageSize: 3 });
    await fileCases(10);
    await first.idle();
    const second = run(undefined, { pageSize: 3 });
    await fileCases(30);
    await Promise.all([first.idle(), second.idle()]);
    expect(await total()).toBe(40);
    expect([first.status().state, second.status().state].sort()).toEqual(['following', 'standing-by']);
  });

  it('takes over from one that is gone', async () => {
    const first = run(undefined, { takeOverMs: 200 });
    await first.idle();
    const second = run(undefined, { takeOverMs: 200 });
    await fileCases(5);
    await Promise.all([first.idle(), second.idle()]);
    await second.stop();
    await fileCases(5);
    await first.idle();
    expect(await total()).toBe(10);
    expect(first.status().state).toBe('following');
  });
});
