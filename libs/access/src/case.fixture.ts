import type { PartyCode, PersonId, Role } from '@parley/kernel';
import type { PersonCaller } from './caller';
import type { CaseAccess } from './case-access';

export const [US, CN, ELSEWHERE] = ['US', 'CN', 'XX'] as [PartyCode, PartyCode, PartyCode];

export const person = (personId: string, party: PartyCode | null, ...roles: readonly Role[]): PersonCaller => ({
  kind: 'person',
  personId: personId as PersonId,
  party,
  roles,
});

/** A filed case of the US against China with one seated and one challenged member. */
export const filedCase: CaseAccess = {
  stage: 'filed',
  parties: { complainant: US, respondent: CN },
  filer: US,
  nominated: ['seated', 'challenged'] as PersonId[],
  seated: ['seated'] as PersonId[],
};
