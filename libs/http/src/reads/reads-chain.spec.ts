import type { PersonCaller } from '@parley/access';
import { InMemoryEventStore, streamName } from '@parley/event-store';
import type { CaseId, Clock, Instant, PartyCode, PersonId, Sha256 } from '@parley/kernel';
import { createServiceDatabase, type ServiceDatabase } from '@parley/messaging/testing';
import { CountedReads, foundOfReads } from '@parley/processes';
import { chainedReadsMigration } from './chained-reads.migration';
import { linkOf, SAID_COLUMNS, type ReadSaid } from './linked-reads';
import { checkReads } from './reads-check';
import { ReadsKeeper } from './reads-keeper';
import { ReadsLog, type Handed } from './reads-log';
import { readsMigration } from './reads.migration';

const HOUR_MS = 3_600_000;
const caseId = '5f0c1a52-6a1e-8a3b-9c4d-0123456789ab' as CaseId;
const clock: Clock = { now: () => '2026-02-05T08:00:00.000Z' as Instant };
const caller: PersonCaller = {
  kind: 'person',
  personId: 'us-desk' as PersonId,
  party: 'US' as PartyCode,
  roles: ['desk', 'auditor'],
};
const by = { caller, purpose: 'Preparing the reply', at: '2026-02-05T07:59:59.123Z' as Instant };
const things = (...subjects: readonly string[]): readonly Handed[] =>
  subjects.map((subject) => ({ subject, what: 'content', tier: 'PARTIES' }));

describe('the log of reads', () => {
  let database: ServiceDatabase;
  let store: InMemoryEventStore;
  let failures: unknown[];
  let keeper: ReadsKeeper;
  let log: ReadsLog;
  let ms: number;

  beforeEach(async () => {
    ms = performance.now();
    jest.spyOn(performance, 'now').mockImplementation(() => ms);
    database = await createServiceDatabase('intake', [readsMigration('intake')]);
    await query(`INSERT INTO intake.reads (subject, what, tier, person_id, roles, read_at)
      VALUES ('agenda', 'content', 'FILER', 'us-desk', '{desk}', '2026-01-01T00:00:00.25Z')`);
    await new (chainedReadsMigration('intake'))().up(database.dataSource.createQueryRunner());
    store = new InMemoryEventStore({ clock });
    failures = [];
    const { dataSource } = database;
    const onFailure = (failure: unknown) => void failures.push(failure);
    keeper = new ReadsKeeper({ store, ruleSetVersion: '2026-1', database: dataSource, clock, onFailure });
    log = new ReadsLog(dataSource);
    await log.record(caseId, things('USA-1', 'USA-2'), by);
    await log.record(null, things('drafts', 'inbox'), { ...by, purpose: null });
    ms += HOUR_MS;
    await keeper.count();
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await database.drop();
  });

  const query = (sql: string): Promise<readonly Record<string, unknown>[]> => database.dataSource.query(sql);
  const counted = async () => new CountedReads({ store, ruleSetVersion: '2026-1' }, 'intake').all();
  /** The superuser of the database, who has switched off what forbids changes. */
  const tamper = async (sql: string): Promise<void> => {
    await query('ALTER TABLE intake.reads DISABLE TRIGGER ALL');
    await query(sql);
  };
  const found = async () => (await keeper.check()).found.map(({ kind, n }) => [kind, n]);

  it('is sound as it was written, with what was logged before it was a chain, and each chain an event', async () => {
    expect(await keeper.check()).toEqual({ reads: 5, found: [] });
    expect([...(await counted()).values()].map(({ reads }) => reads).sort()).toEqual([1, 4]);
    expect(await keeper.last()).toEqual({ checkedAt: clock.now(), checked: 5, failed: 0 });
    expect([await keeper.alarms(), failures]).toEqual([[], []]);
    await keeper.count();
    for (const chain of (await counted()).keys())
      expect(await store.read(streamName('intake.reads', chain))).toHaveLength(1);
  });

  it.each<[string, string, readonly unknown[]]>([
    ['altered', `UPDATE intake.reads SET purpose = 'Another' WHERE subject = 'USA-1'`, [['altered', 0]]],
    ['dated back', `UPDATE intake.reads SET read_at = read_at - interval '1 s' WHERE n = 2`, [['altered', 2]]],
    ['taken away', `DELETE FROM intake.reads WHERE subject = 'USA-2'`, [['gone', 2]]],
    ['taken away at the end', `DELETE FROM intake.reads WHERE n = 3`, [['gone', 3]]],
    ['taken away with its chain', `DELETE FROM intake.reads WHERE subject = 'agenda'`, [['gone', null]]],
    [
      'put in at the end of a chain',
      `INSERT INTO intake.reads (subject, what, tier, person_id, roles, read_at, chain, n, linked)
        SELECT subject, what, tier, 'cn-desk', roles, read_at, chain, n + 1, linked FROM intake.reads WHERE n = 3`,
      [['unlinked', 4]],
    ],
    [
      'put in beside the chains',
      `INSERT INTO intake.reads (subject, what, tier, person_id, roles, read_at)
        SELECT subject, what, tier, 'cn-desk', roles, read_at FROM intake.reads WHERE n = 3`,
      [['unlinked', null]],
    ],
  ])('shows a read that was %s', async (_how, sql, expected) => {
    await tamper(sql);
    expect(await found()).toEqual(expected);
    expect(await keeper.alarms()).toEqual([
      `the log of reads of intake is not as it was written, by the check of ${clock.now()}: 1 found`,
    ]);
    expect(failures).toEqual([expect.objectContaining({ name: 'ReadsDamagedError' })]);
  });

  it('has each finding on record once, for anybody, without who read what, and when it holds again', async () => {
    const faults = { altered: 0, gone: 0, relinked: 0, unlinked: 0 };
    const onRecord = async () => (await foundOfReads(store, ['intake', 'audit'])).map((found) => found.faults);
    await keeper.check();
    expect(await onRecord()).toEqual([]);
    await tamper(`UPDATE intake.reads SET purpose = 'Another' WHERE subject = 'USA-1'`);
    await keeper.check();
    await keeper.check();
    expect(await onRecord()).toMatchObject([{ ...faults, altered: 1 }]);
    await tamper(`UPDATE intake.reads SET purpose = 'Preparing the reply' WHERE subject = 'USA-1'`);
    await keeper.check();
    await keeper.check();
    expect(await onRecord()).toMatchObject([{ altered: 1 }, null]);
    await tamper(`UPDATE intake.reads SET purpose = 'Another' WHERE subject = 'USA-1'`);
    await keeper.check();
    // As many faults at other places are another finding.
    await tamper(`UPDATE intake.reads SET purpose = CASE subject WHEN 'USA-1' THEN 'Preparing the reply' END
      WHERE subject IN ('USA-1', 'USA-2')`);
    await keeper.check();
    expect(await onRecord()).toMatchObject([{ altered: 1 }, null, { altered: 1 }, { altered: 1 }]);
    const recorded = await store.read(streamName('intake.readchecks', 'log'));
    expect(recorded.map(({ tier }) => tier)).toEqual(Array(4).fill('PUBLIC'));
    for (const { payload } of recorded)
      expect(Buffer.from(payload).toString()).not.toMatch(/us-desk|USA-|Another|Preparing|5f0c1a52/);
  });

  it('shows a chain that was written and linked anew', async () => {
    const { dataSource } = database;
    const rows: (ReadSaid & { readonly chain: string; readonly n: string })[] = await dataSource.query(
      `SELECT chain, n, ${SAID_COLUMNS} FROM intake.reads WHERE subject <> 'agenda' ORDER BY n`,
    );
    await tamper(`UPDATE intake.reads SET purpose = 'Another' WHERE subject = 'USA-1'`);
    let previous: Sha256 | null = null;
    for (const row of rows) {
      const said = row.subject === 'USA-1' ? { ...row, purpose: 'Another' } : row;
      previous = linkOf(said, { chain: row.chain, n: Number(row.n), previous });
      await dataSource.query(`UPDATE intake.reads SET linked = decode($3, 'hex') WHERE chain = $1 AND n = $2`, [
        ...[row.chain, row.n, previous],
      ]);
    }
    expect(await found()).toEqual([['relinked', 3]]);
  });

  it('costs one statement for all who read at once, and a chain of its own for each process', async () => {
    await log.record(caseId, things('USA-1'), by);
    const statements = jest.spyOn(database.dataSource, 'query');
    await log.record(caseId, things('USA-1'), by);
    await Promise.all(Array.from({ length: 50 }, () => log.record(caseId, things('USA-1', 'USA-2'), by)));
    expect(statements).toHaveBeenCalledTimes(2);
    statements.mockRestore();
    const other = await database.connect();
    const others = new ReadsLog(other);
    await Promise.all([log, others, log, others].map((each) => each.record(caseId, things('USA-3'), by)));
    ms += 3 * HOUR_MS;
    await keeper.count();
    await query(`UPDATE intake.reads_chain SET began_at = began_at - interval '3 hours'`);
    // The other process ended without a word. What it has left over is counted as it stands.
    await keeper.count();
    expect([...(await counted()).values()].map(({ reads }) => reads).sort((a, b) => a - b)).toEqual([1, 2, 4, 104]);
    expect((await checkReads(other, { all: counted })).found).toEqual([]);
    await other.destroy();
  });

  it('has six heads on record for an hour in which somebody always reads, and none for a day of silence', async () => {
    const before = (await counted()).size;
    ms += 24 * HOUR_MS;
    await keeper.count();
    expect((await counted()).size).toBe(before);
    for (let minute = 0; minute < 60; minute += 1) {
      await log.record(caseId, things('USA-1'), by);
      ms += HOUR_MS / 60;
      await keeper.count();
    }
    expect((await counted()).size).toBe(before + 6);
    expect(await found()).toEqual([]);
  });

  it('goes on where somebody wrote into a chain under way, whose end is counted as it was known', async () => {
    await log.record(caseId, things('USA-1'), by);
    await query(`INSERT INTO intake.reads (subject, what, tier, person_id, roles, read_at, chain, n, linked)
      SELECT subject, what, tier, 'cn-desk', roles, read_at, chain, 1, linked FROM intake.reads ORDER BY read_id DESC LIMIT 1`);
    await log.record(caseId, things('USA-2'), by);
    await keeper.count();
    expect(await found()).toEqual([['unlinked', 1]]);
  });
});
