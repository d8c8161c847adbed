import type { PersonCaller } from '@parley/access';
import type { CaseId, Instant, PartyCode, PersonId, Role } from '@parley/kernel';
import { createTestDatabase } from '@parley/testing';
import { DataSource } from 'typeorm';
import { CalendarFeeds, IntakeCalendarFeeds1738542600100 } from './calendar-feeds.table';

const NOW = '2025-02-12T09:00:00.000Z' as Instant;
const CASE = '5f0c1a52-6a1e-8a3b-9c4d-0123456789ab' as CaseId;
const signedIn = (roles: readonly Role[], party: string | null = 'US'): PersonCaller => ({
  kind: 'person',
  personId: 'us-registry' as PersonId,
  party: party as PartyCode | null,
  roles,
});

describe('the calendar feeds of a person', () => {
  let database: DataSource;
  let drop: () => Promise<void>;
  let feeds: CalendarFeeds;

  beforeAll(async () => {
    const test = await createTestDatabase();
    drop = () => test.drop();
    database = await new DataSource({
      type: 'postgres',
      url: test.url,
      schema: 'intake',
      migrations: [IntakeCalendarFeeds1738542600100],
    }).initialize();
    await database.query('CREATE SCHEMA intake');
    await database.runMigrations();
    feeds = new CalendarFeeds(database);
  });
  afterAll(async () => {
    await database.destroy();
    await drop();
  });

  it('are one for the agenda and one for each case, however often they are asked for', async () => {
    const who = signedIn(['registry']);
    const given = await Promise.all([
      feeds.give(who, null, NOW),
      feeds.give(who, CASE, NOW),
      feeds.give(who, CASE, NOW),
    ]);
    const kept = await feeds.of(who, NOW);
    expect(kept.map(({ caseId }) => caseId).toSorted()).toEqual([CASE, null].toSorted());
    expect(await feeds.give(who, null, NOW)).toEqual(given[0]);
    expect(await feeds.find(given[0].feedId)).toEqual({
      ...given[0],
      reader: who,
      caseId: null,
      givenAt: NOW,
      validUntil: '2025-08-11T09:00:00.000Z',
    });
  });

  it('end when their owner signs in without a role that they read by, or for another party', async () => {
    const given = await feeds.give(signedIn(['registry', 'auditor']), null, NOW);
    expect((await feeds.of(signedIn(['operator', 'auditor', 'registry']), NOW)).map(({ feedId }) => feedId)).toContain(
      given.feedId,
    );
    expect(await feeds.of(signedIn(['auditor']), NOW)).toEqual([]);
    expect(await feeds.find(given.feedId)).toBeUndefined();
    for (const other of ['CN', null]) {
      await feeds.give(signedIn(['auditor']), null, NOW);
      expect(await feeds.of(signedIn(['auditor'], other), NOW)).toEqual([]);
    }
  });

  it('are ended by nobody else', async () => {
    const { feedId } = await feeds.give(signedIn(['registry']), null, NOW);
    expect(await feeds.end(feedId, 'cn-registry' as PersonId)).toBe(false);
    expect(await feeds.end(feedId, 'us-registry' as PersonId)).toBe(true);
    expect(await feeds.end(feedId, 'us-registry' as PersonId)).toBe(false);
  });
});
