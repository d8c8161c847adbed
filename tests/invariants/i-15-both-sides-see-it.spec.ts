import { readableTiers, type Caller, type CaseAccess } from '@parley/access';
import type { PartyCode, PersonId, Role, Tier } from '@parley/kernel';
import { holdsInEveryHistory } from './holds';
import { seenByBothSides } from './rules/i-15-seen-by-both-sides.rule';
import { sentence } from './sentences';

const [US, CN] = ['US' as PartyCode, 'CN' as PartyCode];
const access: CaseAccess = {
  stage: 'filed',
  parties: { complainant: US, respondent: CN },
  filer: US,
  nominated: ['m' as PersonId],
  seated: ['m' as PersonId],
};
const tiersOf = (party: PartyCode, role: Role, id = 'p'): ReadonlySet<Tier> => {
  const caller: Caller = { kind: 'person', personId: id as PersonId, party, roles: [role] };
  return readableTiers(caller, access);
};

describe(sentence('I-15'), () => {
  it('a panel reads at no tier of the parties at which not both desks read', () => {
    for (const tier of [...tiersOf(US, 'panel', 'm')].filter((each) => each !== 'DELIBERATION')) {
      expect([tier, tiersOf(US, 'desk').has(tier), tiersOf(CN, 'desk').has(tier)]).toEqual([tier, true, true]);
    }
  });

  it('holds in every history of random parties', () => holdsInEveryHistory(seenByBothSides));
});
