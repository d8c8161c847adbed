import { ROLES, type PartyCode, type PersonId, type Role, type Tier } from '@parley/kernel';
import fc from 'fast-check';
import { type Caller, PUBLIC_CALLER } from './caller';
import { CN, ELSEWHERE, filedCase, person, US } from './case.fixture';
import type { CaseAccess } from './case-access';
import { mayRead, readableTiers, seesCase } from './readers';

const CAPACITIES: readonly Role[] = ['desk', 'registry', 'panel', 'cohead', 'expert', 'third-party', 'conciliator'];
const TIERS: readonly Tier[] = ['PUBLIC', 'PARTIES', 'PANEL', 'DELIBERATION', 'FILER', 'DESKS'];

const parties = fc.constantFrom<PartyCode | null>(US, CN, ELSEWHERE, null);
const people = fc.constantFrom('seated', 'challenged', 'another').map((id) => id as PersonId);
const callers: fc.Arbitrary<Caller> = fc.oneof(
  fc.constant(PUBLIC_CALLER),
  fc.record({
    kind: fc.constant('person' as const),
    personId: people,
    party: parties,
    roles: fc.uniqueArray(fc.constantFrom(...ROLES)),
  }),
);
const cases: fc.Arbitrary<CaseAccess> = fc
  .record({
    stage: fc.constantFrom('draft' as const, 'filed' as const),
    swapped: fc.boolean(),
    filer: fc.constantFrom(US, CN),
    seats: fc.uniqueArray(people),
  })
  .chain(({ stage, swapped, filer, seats }) =>
    fc.subarray(seats).map((seated) => ({
      stage,
      filer,
      parties: swapped ? { complainant: CN, respondent: US } : { complainant: US, respondent: CN },
      nominated: seats,
      seated,
    })),
  );

const heldCapacities = (caller: Caller): readonly Role[] =>
  caller.kind === 'public' ? [] : CAPACITIES.filter((role) => caller.roles.includes(role));
const isOfCase = (caller: Caller, { parties: { complainant, respondent }, nominated }: CaseAccess): boolean =>
  caller.kind === 'person' &&
  (((caller.roles.includes('desk') || caller.roles.includes('auditor')) &&
    (caller.party === complainant || caller.party === respondent)) ||
    (caller.roles.includes('panel') && nominated.includes(caller.personId)) ||
    caller.roles.includes('registry') ||
    caller.roles.includes('cohead'));

describe('the readers of a tier', () => {
  it('never hold an outsider, whoever the outsider is and whatever the case', () => {
    fc.assert(
      fc.property(callers, cases, (caller, access) => {
        if (isOfCase(caller, access)) return;
        expect([...readableTiers(caller, access)].filter((tier) => tier !== 'PUBLIC')).toEqual([]);
        expect(seesCase(caller, access)).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  it('never hold a person in two capacities for either of them (I-05)', () => {
    fc.assert(
      fc.property(callers, cases, (caller, access) => {
        if (heldCapacities(caller).length < 2) return;
        expect(seesCase(caller, access)).toBe(false);
        expect(mayRead('DELIBERATION', caller, access)).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  it('hold for the deliberation nobody but seated, unchallenged members (I-09, I-14)', () => {
    fc.assert(
      fc.property(callers, cases, (caller, access) => {
        if (!mayRead('DELIBERATION', caller, access)) return;
        expect(
          caller.kind === 'person' && caller.roles.includes('panel') && access.seated.includes(caller.personId),
        ).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('hold for a draft the desk of its filer alone', () => {
    fc.assert(
      fc.property(callers, cases, (caller, access) => {
        if (access.stage !== 'draft') return;
        const isFilersDesk =
          caller.kind === 'person' && caller.party === access.filer && heldCapacities(caller).join() === 'desk';
        expect([...readableTiers(caller, access)]).toEqual(isFilersDesk ? ['FILER'] : []);
      }),
      { numRuns: 2_000 },
    );
  });

  it('never let one person read both the deliberation and what the parties tell each other', () => {
    fc.assert(
      fc.property(callers, cases, (caller, access) => {
        expect(mayRead('DELIBERATION', caller, access) && mayRead('PARTIES', caller, access)).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  it('let an auditor read exactly what the desk of the same side reads in a filed case', () => {
    for (const party of [US, CN, ELSEWHERE]) {
      expect(readableTiers(person('a', party, 'auditor'), filedCase)).toEqual(
        readableTiers(person('b', party, 'desk'), filedCase),
      );
    }
  });

  it('let everybody read what is public in a filed case, and nothing of a draft', () => {
    expect(TIERS.filter((tier) => mayRead(tier, PUBLIC_CALLER, filedCase))).toEqual(['PUBLIC']);
    expect(TIERS.filter((tier) => mayRead(tier, PUBLIC_CALLER, { ...filedCase, stage: 'draft' }))).toEqual([]);
  });
});
