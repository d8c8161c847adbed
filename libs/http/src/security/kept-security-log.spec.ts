import type { Instant, PartyCode, PersonId } from '@parley/kernel';
import { createTestDatabase, type TestDatabase } from '@parley/testing';
import { DataSource } from 'typeorm';
import { KeptSecurityLog } from './kept-security-log';
import type { SecurityEvent } from './security-log';
import { SecuritySpans } from './security-spans';
import { securityMigration } from './security.migration';

const US = 'US' as PartyCode;
const refusedAt = (at: string, more: Partial<SecurityEvent> = {}): SecurityEvent => ({
  ...{ kind: 'refused', personId: 'us-desk' as PersonId, party: US, method: 'GET', route: '/v1/operations' },
  ...{ outcome: 'role-required', issuer: null, fault: null, at: `2025-03-03T${at}.000Z` as Instant },
  ...more,
});

describe('the log of security events in a service’s database', () => {
  let server: TestDatabase;
  let database: DataSource;
  let log: KeptSecurityLog;
  const failures: unknown[] = [];

  beforeAll(async () => {
    server = await createTestDatabase();
    database = await new DataSource({
      ...{ type: 'postgres', url: server.url, schema: 'things' },
      migrations: [securityMigration('things')],
    }).initialize();
    await database.query('CREATE SCHEMA things');
    await database.runMigrations();
  });
  beforeEach(() => {
    log = new KeptSecurityLog(database, (failure) => failures.push(failure));
  });
  afterAll(async () => {
    await database.destroy();
    await server.drop();
  });

  const day = async (date = '2025-03-03', party = US) => (await log.of(date, party)).items;

  it('counts what is alike within an hour in one line, whatever instance noted it', async () => {
    for (let n = 0; n < 500; n += 1) log.note(refusedAt('10:00:00'));
    await log.keep();
    const other = new KeptSecurityLog(database, (failure) => failures.push(failure));
    other.note(refusedAt('10:59:59'));
    await other.keep();
    log.note(refusedAt('11:00:00', { personId: null, party: null }));
    expect((await day()).map(({ first, last, count }) => [first.slice(11, 19), last.slice(11, 19), count])).toEqual([
      ['11:00:00', '11:00:00', 1],
      ['10:00:00', '10:59:59', 501],
    ]);
  });

  it('shows a side the events of its own people and of nobody’s, of one day in UTC', async () => {
    log.note(refusedAt('23:59:59', { personId: 'cn-desk' as PersonId, party: 'CN' as PartyCode }));
    expect((await day('2025-03-03', 'CN' as PartyCode)).map(({ personId }) => personId)).toEqual(['cn-desk', null]);
    expect(await day('2025-03-04')).toEqual([]);
  });

  it('tells apart why tokens of which issuer were not believed', async () => {
    const refused = { kind: 'sign-in-refused', personId: null, party: null, outcome: 'token-invalid' } as const;
    log.note(refusedAt('13:00:00', { ...refused, issuer: US, fault: 'lives-too-long' }));
    log.note(refusedAt('13:00:01', { ...refused, issuer: 'secretariat', fault: 'party-of-another-issuer' }));
    log.note(refusedAt('13:00:02', { ...refused, fault: 'issuer-unknown' }));
    await log.keep();
    const kept = (await day()).filter(({ fault }) => fault !== null);
    expect(kept.map(({ outcome, issuer, fault, count }) => [outcome, issuer, fault, count])).toEqual([
      ['token-invalid', null, 'issuer-unknown', 1],
      ['token-invalid', 'secretariat', 'party-of-another-issuer', 1],
      ['token-invalid', 'US', 'lives-too-long', 1],
    ]);
  });

  it('loses nothing that could not be written at once', async () => {
    const noted = (await day()).length;
    await database.query('ALTER TABLE things.security_events RENAME TO away');
    log.note(refusedAt('12:00:00'));
    await log.keep();
    expect(failures).toHaveLength(1);
    await database.query('ALTER TABLE things.away RENAME TO security_events');
    expect(await day()).toHaveLength(noted + 1);
  });

  it.each([
    'DELETE FROM things.security_events',
    'TRUNCATE things.security_events',
    "UPDATE things.security_events SET person_id = 'cn-desk'",
    "UPDATE things.security_events SET outcome = 'done', count = count + 1",
    'UPDATE things.security_events SET count = count - 1 WHERE count > 1',
  ])('lets nobody take a line away or change it: %s', async (sql) => {
    await expect(database.query(sql)).rejects.toThrow('only grows');
  });
});

describe('security events that are counted in memory', () => {
  it('take bounded room, however many different ones come, and none is left uncounted', () => {
    const spans = new SecuritySpans();
    for (let n = 0; n < 25_000; n += 1) spans.note(refusedAt('10:00:00', { personId: `p${String(n)}` as PersonId }));
    const taken = spans.take();
    expect(taken).toHaveLength(10_001);
    expect(taken.reduce((sum, { count }) => sum + count, 0)).toBe(25_000);
    expect(taken.at(-1)).toMatchObject({ personId: null, route: '*', count: 15_000 });
  });
});
