import { InMemoryEventStore, knowing, LaterEventError, type EventStore } from '@parley/event-store';
import type { Instant } from '@parley/kernel';
import { CheckpointedFollower } from './checkpointed-follower';
import type { FollowerOptions } from './follower-options';
import { hashTables } from './hash-tables';
import { rebuildMigration } from './rebuild.migration';
import { ServiceFollower } from './service-follower';
import { createServiceDatabase, record, type ServiceDatabase } from './testing';
import { talliesIn, tallyMigration, tallyProjection } from './testing/tally.projection';

const LATER = 'Later';
/** Short enough that fenced ones look soon, and long enough that nobody who works is taken over. */
const takeOverMs = 2_000;

describe('an instance that meets an event of a newer version', () => {
  let database: ServiceDatabase;
  let store: InMemoryEventStore;
  let older: EventStore;
  let seen: string[];
  let failures: unknown[];
  let running: { stop(): Promise<void> }[];

  beforeEach(async () => {
    database = await createServiceDatabase('intake', [tallyMigration('intake'), rebuildMigration('intake', ['tally'])]);
    store = new InMemoryEventStore({ clock: { now: () => '2025-02-05T08:00:00.000Z' as Instant } });
    older = knowing(store, ({ type }) => type !== LATER);
    [seen, failures, running] = [[], [], []];
  });
  afterEach(async () => {
    await Promise.all(running.map((each) => each.stop()));
    await database.drop();
  });

  const tell = (...types: readonly string[]) =>
    record(store, 'intake.case', 'a', ...types.map((type) => ({ type, data: { amount: 1 } })));
  const until = async (is: () => boolean): Promise<void> => {
    while (!is()) await new Promise(setImmediate);
  };
  const checkpoint = async (): Promise<{ epoch: string; position: string | null } | undefined> => {
    const rows: { epoch: string; position: string | null }[] = await database.dataSource.query(
      'SELECT epoch::text, position FROM intake.checkpoint ORDER BY name',
    );
    return rows[0];
  };
  function follow(who: string, through: EventStore, more: Partial<FollowerOptions> = {}): CheckpointedFollower {
    const { dataSource } = database;
    const follower = new CheckpointedFollower({
      store: through,
      dataSource,
      name: 'reader',
      categories: ['intake'],
      takeOverMs,
      handle: async ({ events, move }) => {
        await move(dataSource.manager);
        seen.push(...events.map(({ type }) => `${who} ${type}`));
      },
      onFailure: (failure) => failures.push(failure),
      ...more,
    });
    running.push(follower);
    follower.start();
    return follower;
  }

  it('stops before it, though it seems not to concern it, and leaves it to one that knows it', async () => {
    await tell('1', LATER, '2');
    const old = follow('old', older, { concerns: ({ type }) => type !== LATER });
    await until(() => old.status().state === 'standing-by');
    expect([seen, (await checkpoint())?.position]).toEqual([['old 1'], '1']);
    expect(failures).toEqual([expect.any(LaterEventError)]);
    await follow('new', store).idle();
    expect(seen).toEqual(['old 1', `new ${LATER}`, 'new 2']);
  });

  it('is taken over from by one that stands by and knows it', async () => {
    const young = follow('new', store);
    await young.idle();
    const old = follow('old', older);
    await old.idle();
    await tell('1', LATER, '2');
    await young.idle();
    await until(() => old.status().state === 'standing-by' && young.status().state === 'following');
    expect(seen).toEqual(['old 1', `new ${LATER}`, 'new 2']);
  });

  it('waits where none is there that knows it, says for what, and takes nothing from anybody', async () => {
    await tell('1', LATER, '2');
    const looks = jest.spyOn(store, 'readAll');
    const old = follow('old', older, { takeOverMs: 40 });
    await until(() => old.status().unknownKind !== undefined);
    expect(old.status()).toMatchObject({ state: 'standing-by', unknownKind: LATER, caughtUp: false });
    expect([await old.behind(10), await old.isCaughtUp()]).toEqual([2, false]);
    const left = await checkpoint();
    const before = looks.mock.calls.length;
    await until(() => looks.mock.calls.length >= before + 5);
    expect([await checkpoint(), failures.length, seen]).toEqual([left, 1, ['old 1']]);
    const young = follow('new', store);
    await young.idle();
    await until(() => old.status().unknownKind === undefined && old.status().caughtUp);
    expect([old.status().state, seen.slice(1)]).toEqual(['standing-by', [`new ${LATER}`, 'new 2']]);
  });

  describe('with the tables of a service', () => {
    const open = (through: EventStore, led: (said: string) => void = () => undefined): ServiceFollower => {
      const options = { store: through, dataSource: database.dataSource, takeOverMs };
      const follower = new ServiceFollower({ ...options, onFailure: (failure) => failures.push(failure) });
      follower.table(tallyProjection('intake.case'));
      follower.leads({ lead: () => led('leads'), rest: async () => led('rests') });
      follower.start();
      running.push(follower);
      return follower;
    };
    const tallies = async () => [...(await talliesIn(database.dataSource.manager, 'intake'))];

    it('works no more, and each event is in the tables once when one that knows it has followed', async () => {
      const said: string[] = [];
      await tell('1', LATER, '2');
      open(older, (word) => said.push(word));
      await until(() => said.includes('rests'));
      expect([said, await tallies()]).toEqual([['leads', 'rests'], [['a', 1]]]);
      await open(store).idle();
      expect([said, await tallies()]).toEqual([['leads', 'rests'], [['a', 3]]]);
    });

    it('builds no table anew without it', async () => {
      await tell('1', LATER, '2');
      const young = open(store);
      await young.idle();
      await young.stop();
      const projection = tallyProjection('intake.case');
      const before = await hashTables(database.dataSource.manager, projection.tables);
      const table = new ServiceFollower({ store: older, dataSource: database.dataSource }).table(projection);
      await expect(table.rebuild()).rejects.toThrow(LaterEventError);
      expect(await hashTables(database.dataSource.manager, projection.tables)).toEqual(before);
    });
  });
});
