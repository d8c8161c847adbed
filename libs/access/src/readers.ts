import type { Tier } from '@parley/kernel';
import { hasRole } from './capacity';
import type { Caller } from './caller';
import type { CaseAccess } from './case-access';

const isParty = (party: string | null, { parties }: CaseAccess): boolean =>
  party === parties.complainant || party === parties.respondent;

/**
 * The tiers of one case that a caller reads. Tiers are sets of readers: none of them contains another by rank. A caller
 * who reads at most PUBLIC does not learn that an unpublished case exists (see `seesCase`).
 */
export function readableTiers(caller: Caller, access: CaseAccess): ReadonlySet<Tier> {
  const tiers = new Set<Tier>(access.stage === 'filed' ? ['PUBLIC'] : []);
  const add = (...more: readonly Tier[]): void => more.forEach((tier) => tiers.add(tier));
  if (caller.kind === 'public') return tiers;

  const ofParty = isParty(caller.party, access);
  const ofFiler = caller.party === access.filer;
  if (access.stage === 'draft') {
    if (hasRole(caller, 'desk') && ofFiler) add('FILER');
    return tiers;
  }
  // An auditor reads what the desk of its side may read, except drafts, which are not part of the record.
  if ((hasRole(caller, 'desk') || hasRole(caller, 'auditor')) && ofParty) {
    add('PARTIES', 'PANEL', 'DESKS');
    if (ofFiler) add('FILER');
  }
  if (hasRole(caller, 'registry')) {
    add('PARTIES', 'PANEL');
    // What a side lays before the registry alone, its own officers read, and not those of the other side (I-76).
    if (ofFiler) add('FILER');
  }
  if (hasRole(caller, 'cohead')) add('PARTIES', 'PANEL');
  if (hasRole(caller, 'panel') && access.nominated.includes(caller.personId)) {
    add('PANEL');
    if (access.seated.includes(caller.personId)) add('DELIBERATION');
  }
  return tiers;
}

/** True when the caller is one of the readers that a tier names. */
export const mayRead = (tier: Tier, caller: Caller, access: CaseAccess): boolean =>
  readableTiers(caller, access).has(tier);

/** True when the case exists for the caller. To everybody else it answers as one that does not exist (I-43). */
export function seesCase(caller: Caller, access: CaseAccess): boolean {
  const tiers = readableTiers(caller, access);
  return tiers.has('PARTIES') || tiers.has('PANEL') || tiers.has('FILER');
}
