import type { Instant, PartyCode, PersonId } from '@parley/kernel';
import { createTestDatabase, type TestDatabase } from '@parley/testing';
import { DataSource } from 'typeorm';
import { delegationsMigration } from './delegations.migration';
import { DELEGATED_ROLES, type DelegatedRole } from './delegations';
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

  const note = (delegationId: string, from: Instant, endsAt: Instant | null = null, scope = 'desk') =>
    known.note({ delegationId, party: US, personId: person, scope, from, endsAt });

  const standing = (party: PartyCode, personId: PersonId, when: Instant, role: DelegatedRole = 'desk') =>
    known.standing({ party, personId, role }, when);

  it('say nothing as long as the party has none, nor of what came before its first one', async () => {
    await note('d1', at('09:00:00'));
    expect(await standing(CN, person, at('10:00:00'))).toEqual({ kind: 'unrecorded' });
    expect(await standing(US, person, at('08:59:59'))).toEqual({ kind: 'unrecorded' });
  });

  it('let nobody of a party act or read without one from the first on, whatever the office', async () => {
    await note('d1', at('09:00:00'));
    for (const role of DELEGATED_ROLES)
      expect(await standing(US, 'p2' as PersonId, at('09:00:00'), role)).toEqual({ kind: 'not-in-force' });
  });

  it('hold for the office that they name alone; the head of a delegation acts as its desk', async () => {
    for (const [scope, role] of [
      ['head', 'desk'],
      ['desk', 'desk'],
      ['registry', 'registry'],
      ['cohead', 'cohead'],
    ] as const) {
      await database.query('DELETE FROM evidence.delegations');
      await note('d1', at('09:00:00'), null, scope);
      const held = await Promise.all(
        DELEGATED_ROLES.map(async (each) => [each, (await standing(US, person, at('10:00:00'), each)).kind]),
      );
      expect(held).toEqual(DELEGATED_ROLES.map((each) => [each, each === role ? 'in-force' : 'not-in-force']));
    }
  });

  it('are in force from their beginning on, and at their end no more', async () => {
    await note('d1', at('09:00:00'), at('10:00:00'));
    expect(await standing(US, person, justBefore)).toEqual({ kind: 'in-force', delegationId: 'd1' });
    expect(await standing(US, person, at('10:00:00'))).toEqual({ kind: 'not-in-force' });
  });

  it('forget no end when the beginning is told once more', async () => {
    for (const endsAt of [null, at('10:00:00'), null]) await note('d1', at('09:00:00'), endsAt);
    expect(await standing(US, person, at('10:00:00'))).toEqual({ kind: 'not-in-force' });
  });

  it('hold by the one that is in force, whatever others are over', async () => {
    await note('d1', at('08:00:00'), at('09:00:00'));
    await note('d2', at('10:00:00'));
    expect(await standing(US, person, at('10:00:00'))).toEqual({ kind: 'in-force', delegationId: 'd2' });
  });
});
