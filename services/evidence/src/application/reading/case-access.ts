import { readableTiers, seesCase, type Caller, type CaseAccess } from '@parley/access';
import type { Tier } from '@parley/kernel';
import type { EvidenceState, KnownCase } from '../../domain/evidence-state';

/**
 * What access depends on, as this service knows it. No exhibit is of the tier DELIBERATION, so who is seated makes no
 * difference here.
 */
export const accessOf = ({ parties, panel }: KnownCase): CaseAccess => ({
  stage: 'filed',
  parties,
  filer: parties.complainant,
  nominated: panel,
  seated: [],
});

/**
 * The tiers that a caller reads in a case; `undefined` when the case does not exist for the caller (I-43). From its
 * registration on a case is public, and with it what is PUBLIC in it.
 */
export function tiersFor(caller: Caller, state: EvidenceState): ReadonlySet<Tier> | undefined {
  if (state.status === 'unknown') return undefined;
  const access = accessOf(state);
  return state.registration !== null || seesCase(caller, access) ? readableTiers(caller, access) : undefined;
}
