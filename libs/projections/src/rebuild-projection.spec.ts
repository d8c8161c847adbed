import type { EventStore } from '@parley/event-store';
import type { Clock, Instant } from '@parley/kernel';
import { openTestEventStore, type TestEventStore } from '@parley/testing';
import { hashTables } from './hash-tables';
import { ProjectionRunner } from './projection-runner';
import { rebuildProjection } from './rebuild-projection';
import { rebuildMigration } from './rebuild.migration';
import { createServiceDatabase, record, type ServiceDatabase } from './testing';
import { talliesIn, tallyMigration, tallyProjection } from './testing/tally.projection';

const clock: Clock = { now: () => new Date().toISOString() as Instant };

describe('a rebuild', () => {
  let database: ServiceDatabase;
  let opened: TestEventStore;
  let store: EventStore;
  let runner: ProjectionRunner;
  const projection = tallyProjection('intake.case');

  beforeEach(async () => {
    database = await createServiceDatabase('intake', [tallyMigration('intake'), rebuildMigration('intake', ['tally'])]);
    opened = await openTestEventStore(database.url, ['intake', 'evidence'], clock);
    ({ store } = opened);
    runner = new ProjectionRunner({ store, dataSource: database.dataSource, projection, pageSize: 50 });
    runner.start();
  });
  afterEach(async () => {
    await runner.stop();
    await opened.close();
    await database.drop();
  });

  const write = async (count: number): Promise<void> => {
    for (let n = 0; n < count; n++) {
      await record(store, 'intake.case', `c${n % 13}`, { type: 'Counted', data: { amount: n } });
      if (n % 10 === 0) await new Promise(setImmediate);
    }
  };
  const hashes = () => hashTables(database.dataSource.manager, projection.tables);

  it('makes what the live tables hold', async () => {
    await write(300);
    await runner.idle();
    const before = await hashes();
    const rebuilt = await runner.rebuild();
    expect(rebuilt.events).toBe(300);
    expect(await hashes()).toEqual(before);
  });

  it('passes over what means nothing to the projection, as the live runner does', async () => {
    const sparing = { ...projection, concerns: ({ revision }: { readonly revision: number }) => revision % 3 > 0 };
    const live = new ProjectionRunner({ store, dataSource: database.dataSource, projection: sparing, pageSize: 50 });
    await runner.stop();
    live.start();
    await write(100);
    await live.idle();
    const before = await hashes();
    await live.rebuild();
    expect(await hashes()).toEqual(before);
    expect(await talliesIn(database.dataSource.manager, 'intake')).toEqual(
      new Map(Array.from({ length: 13 }, (_, n) => [`c${n}`, n < 9 ? 5 : 4] as const).toSorted()),
    );
    await live.stop();
  });

  it('mends what was damaged', async () => {
    await write(100);
    await runner.idle();
    const before = await hashes();
    await database.dataSource.query('UPDATE intake.tally SET total = 0');
    expect(await hashes()).not.toEqual(before);
    await runner.rebuild();
    expect(await hashes()).toEqual(before);
  });

  it('loses and doubles nothing that is written meanwhile', async () => {
    await write(500);
    const writing = write(1_000);
    await rebuildProjection({ store, dataSource: database.dataSource, projection, pageSize: 100 });
    await rebuildProjection({ store, dataSource: database.dataSource, projection, pageSize: 100 });
    await writing;
    await runner.idle();
    const live = await hashes();
    await runner.stop();
    await rebuildProjection({ store, dataSource: database.dataSource, projection });
    expect(await hashes()).toEqual(live);
  });

  it('leaves the names of tables and indexes as they were', async () => {
    const names = () =>
      database.dataSource.query(
        `SELECT tablename, indexname FROM pg_indexes WHERE schemaname = 'intake' AND tablename ` +
          `LIKE 'tally%' ORDER BY 2`,
      );
    const before = await names();
    await write(10);
    await runner.rebuild();
    await runner.rebuild();
    expect(await names()).toEqual(before);
  });

  it('begins anew after one that crashed', async () => {
    await write(100);
    await runner.idle();
    const before = await hashes();
    let pages = 0;
    const crashing = {
      ...projection,
      apply: async (...given: Parameters<typeof projection.apply>) => {
        if (++pages === 2) throw new Error('crash');
        await projection.apply(...given);
      },
    };
    await expect(
      rebuildProjection({ store, dataSource: database.dataSource, projection: crashing, pageSize: 40 }),
    ).rejects.toThrow('crash');
    expect(await hashes()).toEqual(before);
    await runner.rebuild();
    expect(await hashes()).toEqual(before);
  });

  it("refuses to write to a table that is not the projection's own", async () => {
    const straying = {
      ...projection,
      apply: async (...[, , tables]: Parameters<typeof projection.apply>) => void tables('facts'),
    };
    await write(1);
    await expect(rebuildProjection({ store, dataSource: database.dataSource, projection: straying })).rejects.toThrow(
      'facts is no table',
    );
  });
});
