import { PUBLIC_CALLER, readableTiers, type Caller, type CaseAccess } from '@parley/access';
import type { PersonId, Role, Tier } from '@parley/kernel';
import type { CaseFile } from '../domain/casefile/case-file';

/** Through whose eyes a case is looked at. */
export type Eyes = 'complainant' | 'respondent' | 'panel' | 'public';

export const EYES: readonly Eyes[] = ['complainant', 'respondent', 'panel', 'public'];

const holder = (role: Role, party: Extract<Caller, { kind: 'person' }>['party'], personId = 'eyes' as PersonId): Caller => ({
  kind: 'person',
  personId,
  party,
  roles: [role],
});

/**
 * The tiers that somebody read at an instant: a panel from its first member on, anybody from the registration on, the parties from the
 * filing on.
 * @param then what was known of the case at that instant
 */
export function tiersThen(eyes: Eyes, then: CaseFile, access: CaseAccess): ReadonlySet<Tier> {
  switch (eyes) {
    case 'complainant':
    case 'respondent':
      return readableTiers(holder('desk', access.parties[eyes]), access);
    case 'panel': {
      const [member] = then.nominated;
      return member === undefined ? new Set() : readableTiers(holder('panel', null, member), { ...access, nominated: [member], seated: [] });
    }
    case 'public':
      return then.docketNumber === null ? new Set() : readableTiers(PUBLIC_CALLER, access);
  }
}
