import type { Instant } from '@parley/kernel';
import { rowsRead } from '@parley/testing';
import { createAuditDatabase, type AuditDatabase } from '../audit-database.fixture';
import { DocketReader } from './docket.table';

/** A third of the cases are in the newest year and stage; the other years and stages have fewer and fewer. */
const CASES = 6_000;
const PAGE = 20;
/**
 * The most rows read for a page, with those that an index touches. Reading every case would be a hundred times as many.
 */
const MOST_READ = 2 * PAGE;
const NOW = '2025-02-01T00:00:00.000Z' as Instant;
/** In so many of the oldest cases a limit runs. */
const OPEN = 10;

let database: AuditDatabase;

beforeAll(async () => {
  database = await createAuditDatabase();
  await database.dataSource.query(
    `INSERT INTO audit.docket_line
     SELECT 'CN-' || n, 'c' || n, 'CN', 'US', 2020 + floor(ln(n)), 'S' || floor(ln(n)), n, '{}'
     FROM generate_series(1, $1::integer) n`,
    [CASES],
  );
  await database.dataSource.query(
    `UPDATE audit.docket_line SET due = '["2025-03-01T16:00:00.000Z"]', status = 'suspended' WHERE first_serial <= $1`,
    [OPEN],
  );
  await database.dataSource.query(
    `UPDATE audit.docket_line SET measure_numbers = jsonb_build_array(jsonb_build_array(first_serial::text)),
       agreements = CASE WHEN first_serial <= $1 THEN '["TFA"]'::jsonb ELSE '["GATT1994"]'::jsonb END`,
    [OPEN],
  );
  await database.dataSource.query('ANALYZE audit.docket_line');
});
afterAll(() => database.drop());

async function rowsOf(read: (reader: DocketReader) => Promise<readonly unknown[]>): Promise<number> {
  const runner = database.dataSource.createQueryRunner();
  try {
    return await rowsRead(runner, 'audit.docket_line', async () => {
      expect((await read(new DocketReader(runner.manager))).length).toBeGreaterThan(0);
    });
  } finally {
    await runner.release();
  }
}

describe('a page of a long docket', () => {
  it.each([
    ['the newest cases', {}],
    ['an old year', { year: 2022 }],
    ['an old year and a party', { year: 2022, party: 'US' }],
    ['a rare stage', { stage: 'S1' }],
    ['a rare status', { status: 'suspended' }],
    ['a rare agreement', { agreement: 'TFA' }],
    ['an agreement of most cases', { agreement: 'GATT1994' }],
    ['one measure', { measure: 'No. 17' }],
    ['what is due', { dueFrom: '2025-03-01T00:00:00Z', dueTo: '2025-04-01T00:00:00Z' }],
  ] as const)('of %s reads hardly more than it shows', async (_of, filter) => {
    expect(await rowsOf((reader) => reader.lines(filter, { limit: PAGE, now: NOW }))).toBeLessThanOrEqual(MOST_READ);
  });

  it('and the years of all cases read a row for each year', async () => {
    expect(await rowsOf((reader) => reader.years())).toBeLessThanOrEqual(MOST_READ);
  });
});
