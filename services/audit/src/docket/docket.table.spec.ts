import { TERMS } from '@parley/contracts';
import { InMemoryEventStore } from '@parley/event-store';
import type { Clock, Instant } from '@parley/kernel';
import { MemoryFacts } from '@parley/messaging/testing';
import { hashTables, ProjectionRunner } from '@parley/projections';
import { createAuditDatabase, type AuditDatabase } from '../audit-database.fixture';
import { caseIdOf, nameOf, storyOf } from './docket-story.fixture';
import { DOCKET_STATUSES, outcomeOf, statusOf } from './docket-line.rules';
import { DocketLog } from './docket-log';
import { docketProjection } from './docket-lines.table';
import { DocketReader } from './docket.table';
import { hearMessage } from './hear-message';

const clock: Clock = { now: () => '2025-08-01T00:00:00.000Z' as Instant };

let database: AuditDatabase;
let runner: ProjectionRunner;
const store = new InMemoryEventStore({ clock });

beforeAll(async () => {
  database = await createAuditDatabase();
  const { dataSource } = database;
  const facts = new MemoryFacts();
  const hearing = { facts, log: new DocketLog(store, '2026-1'), nameOf };
  const numbers = ['CN-2025-0001', 'US-2025-0001', 'CN-2026-0001'];
  for (const [index, number] of numbers.entries())
    for (const event of storyOf(caseIdOf(index), number)) {
      await facts.keep(event);
      await hearMessage(hearing, event);
    }
  runner = new ProjectionRunner({ store, dataSource, projection: docketProjection, pageSize: 7 });
  runner.start();
  await runner.idle();
});
afterAll(async () => {
  await runner.stop();
  await database.drop();
});

const SLICE = { limit: 10, now: '2025-02-01T00:00:00.000Z' as Instant };
const reader = () => new DocketReader(database.dataSource.manager);
const numbersOf = async (...query: Parameters<DocketReader['lines']>) =>
  (await reader().lines(...query)).map(({ docketNumber }) => docketNumber);

describe('the docket projection', () => {
  it('lists the newest registration first', async () => {
    expect(await numbersOf({}, SLICE)).toEqual(['CN-2026-0001', 'US-2025-0001', 'CN-2025-0001']);
  });

  it('filters by party on either side, by year and by stage', async () => {
    expect(await numbersOf({ party: 'US' }, SLICE)).toHaveLength(3);
    expect(await numbersOf({ year: 2025 }, SLICE)).toEqual(['US-2025-0001', 'CN-2025-0001']);
    expect(await numbersOf({ stage: 'S11', year: 2026 }, SLICE)).toEqual(['CN-2026-0001']);
    expect(await numbersOf({ stage: 'S4' }, SLICE)).toEqual([]);
  });

  it('filters by the outcome that each line shows', async () => {
    const lines = await reader().lines({}, SLICE);
    for (const outcome of Object.keys(TERMS.outcome))
      expect(await numbersOf({ outcome }, SLICE)).toEqual(
        lines.filter((line) => outcomeOf(line)?.outcome === outcome).map(({ docketNumber }) => docketNumber),
      );
    expect(lines.filter((line) => outcomeOf(line) !== null).length).toBeGreaterThan(0);
  });

  it('filters by an agreement, and by the number of a measure, however it is written', async () => {
    expect(await numbersOf({ agreement: 'GATT1994' }, SLICE)).toHaveLength(3);
    expect(await numbersOf({ agreement: 'TFA' }, SLICE)).toEqual([]);
    for (const measure of ['7', 'no.7', '第7号']) expect(await numbersOf({ measure }, SLICE)).toHaveLength(3);
    expect(await numbersOf({ measure: '8' }, SLICE)).toEqual([]);
  });

  it('filters by the status that each line shows', async () => {
    const lines = await reader().lines({}, SLICE);
    for (const status of DOCKET_STATUSES)
      expect(await numbersOf({ status }, SLICE)).toEqual(
        lines.filter((line) => statusOf(line) === status).map(({ docketNumber }) => docketNumber),
      );
    expect(lines.map(statusOf)).toContain('ended');
  });

  it('keeps the entries of each case in the order of the log', async () => {
    const serials = (await reader().entries('US-2025-0001', 0, 100)).map(({ serial }) => serial);
    expect(serials).toEqual(serials.toSorted((a, b) => a - b));
    expect(serials).toHaveLength(storyOf(caseIdOf(1), 'US-2025-0001').length - 1);
  });

  it('is the same when it is built anew from the public log alone (I-56)', async () => {
    const live = await hashTables(database.dataSource.manager, docketProjection.tables);
    await runner.rebuild();
    expect(await hashTables(database.dataSource.manager, docketProjection.tables)).toEqual(live);
  });
});
