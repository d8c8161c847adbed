import type { Instant, PartyCode, PersonId } from '@parley/kernel';
import { createTestDatabase, type TestDatabase } from '@parley/testing';
import { DataSource } from 'typeorm';
import { delegationsMigration } from './delegations.migration';
import { KnownDelegations } from './known-delegations';

const [US, CN] = ['US', 'CN'] as [PartyCode, PartyCode];
const person = 'p1' as PersonId;
const at = (time: string) => `2025-02-10T${time}.000Z` as Instant;
const justBefore = '2025-02-10T09:59:59.999Z' as Instant;

describe('the delegations that a service knows', () => {
  let server: TestDatabase;
  let database: DataSource;
  let known: KnownDelegations;

  beforeAll(async () => {
    server = await createTestDatabase();
    database = await new DataSource({
      type: 'postgres',
      url: server.url,
      schema: 'evidence',
      migrations: [delegationsMigration('evidence')],
    }).initialize();
    await database.query('CREATE SCHEMA evidence');
    await database.runMigrations();
    known = new KnownDelegations(database);
  });
  beforeEach(() => database.query('DELETE FROM evidence.delegations'));
  afterAll(async () => {
    await database.destroy();
    await server.drop();
  });

  const note = (delegationId: string, from: Instant, endsAt: Instant | null = null) =>
    known.note({ delegationId, party: US, personId: person, from, endsAt });

  it('say nothing of a person of whom none was told, nor for another party', async () => {
    await note('d1', at('09:00:00'));
    expect(await known.standing(CN, person, at('10:00:00'))).toEqual({ kind: 'unrecorded' });
    expect(await known.standing(US, 'p2' as PersonId, at('10:00:00'))).toEqual({ kind: 'unrecorded' });
  });

  it('are in force from their beginning on, and at their end no more', async () => {
    await note('d1', at('09:00:00'), at('10:00:00'));
    expect(await known.standing(US, person, justBefore)).toEqual({ kind: 'in-force', delegationId: 'd1' });
    expect(await known.standing(US, person, at('10:00:00'))).toEqual({ kind: 'not-in-force' });
    expect(await known.standing(US, person, at('08:59:59'))).toEqual({ kind: 'not-in-force' });
  });

  it('forget no end when the beginning is told once more', async () => {
    for (const endsAt of [null, at('10:00:00'), null]) await note('d1', at('09:00:00'), endsAt);
    expect(await known.standing(US, person, at('10:00:00'))).toEqual({ kind: 'not-in-force' });
  });

  it('hold by the one that is in force, whatever others are over', async () => {
    await note('d1', at('08:00:00'), at('09:00:00'));
    await note('d2', at('10:00:00'));
    expect(await known.standing(US, person, at('10:00:00'))).toEqual({ kind: 'in-force', delegationId: 'd2' });
  });
});
