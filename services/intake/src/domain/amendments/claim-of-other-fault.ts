import { refuse, type Refused, type Side } from '@parley/kernel';
import type { Claim, Grievance } from '../filing/grievance';
import { refusals } from '../refusals';
import type { ClaimChanges } from './amendment';

/** Whose claim it is. */
export const claimantOf = ({ claimant }: Claim): Side => claimant ?? 'complainant';

/** A party adds, changes and leaves out claims of its own, and none of the other's (I-30). */
export function claimOfOtherFault(
  side: Side,
  after: Grievance,
  before: Grievance,
  { added, replaced, dropped }: ClaimChanges,
): Refused | undefined {
  const touched = after.claims.findIndex(
    (claim) => (added.includes(claim.id) || replaced.includes(claim.id)) && claimantOf(claim) !== side,
  );
  if (touched >= 0) return refuse(refusals.claimOfOther, `/grievance/claims/${String(touched)}`);
  const theirs = before.claims.some(
    (claim) => (dropped.includes(claim.id) || replaced.includes(claim.id)) && claimantOf(claim) !== side,
  );
  return theirs ? refuse(refusals.claimOfOther, '/grievance/claims') : undefined;
}

/** A filing and its cure hold claims of the complainant alone: the other party's come in with both signatures. */
export function filedClaimFault({ claims }: Grievance): Refused | undefined {
  const index = claims.findIndex((claim) => claimantOf(claim) !== 'complainant');
  return index < 0 ? undefined : refuse(refusals.claimOfOther, `/grievance/claims/${String(index)}`);
}
