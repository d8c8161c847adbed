import { PUBLIC_CALLER, type Caller, type CaseAccess } from '@parley/access';
import type { PersonId, Role } from '@parley/kernel';
import type { CaseFile } from '../domain/casefile/case-file';
import { BLIND, sightOf, type Sight } from './sight';

/** Through whose eyes a case is looked at. */
export type Eyes = 'complainant' | 'respondent' | 'panel' | 'public';

export const EYES: readonly Eyes[] = ['complainant', 'respondent', 'panel', 'public'];

const holder = (
  role: Role,
  party: Extract<Caller, { kind: 'person' }>['party'],
  personId = 'eyes' as PersonId,
): Caller => ({
  kind: 'person',
  personId,
  party,
  roles: [role],
});

/**
 * What somebody read at an instant: a panel from its first member on, anybody from the registration on, the parties
 * from the filing on.
 * @param then what was known of the case at that instant
 */
export function sightThen(eyes: Eyes, then: CaseFile, access: CaseAccess): Sight {
  switch (eyes) {
    case 'complainant':
    case 'respondent':
      return sightOf(holder('desk', access.parties[eyes]), access);
    case 'panel': {
      const [member] = then.nominated;
      return member === undefined
        ? BLIND
        : sightOf(holder('panel', null, member), { ...access, nominated: [member], seated: [] });
    }
    case 'public':
      return then.docketNumber === null ? BLIND : sightOf(PUBLIC_CALLER, access);
  }
}
