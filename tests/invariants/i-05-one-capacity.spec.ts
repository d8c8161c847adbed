import { mayAct, type CaseAccess } from '@parley/access';
import type { PartyCode, PersonId, Role } from '@parley/kernel';
import fc from 'fast-check';
import { holdsInEveryHistory } from './holds';
import { oneCapacity } from './rules/i-05-one-capacity.rule';
import { sentence } from './sentences';

const EXCLUSIVE: readonly Role[] = ['desk', 'registry', 'panel', 'cohead', 'expert', 'third-party'];
const ALL: readonly Role[] = [...EXCLUSIVE, 'auditor', 'operator'];

const [US, CN] = ['US' as PartyCode, 'CN' as PartyCode];
const access: CaseAccess = { stage: 'filed', parties: { complainant: US, respondent: CN }, filer: US, nominated: ['p' as PersonId], seated: ['p' as PersonId], heard: ['p' as PersonId] };

describe(sentence('I-05'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(oneCapacity));

  it('a token with two of these capacities acts in none of them', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...ALL), { minLength: 1 }), fc.constantFrom(...ALL), fc.constantFrom(US, CN), (roles, as, party) => {
        const decision = mayAct({ as: [as], rule: 'S4' }, { kind: 'person', personId: 'p' as PersonId, party, roles }, access);
        const capacities = roles.filter((role) => EXCLUSIVE.includes(role));
        if (capacities.length > 1) expect(decision).toMatchObject({ kind: 'refused', reason: { code: 'two-capacities', rule: 'I-05' } });
        if (decision.kind === 'may') expect(capacities).toEqual([decision.role]);
      }),
    );
  });
});
