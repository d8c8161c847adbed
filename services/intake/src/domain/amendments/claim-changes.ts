import { canonicalJson } from '@parley/kernel';
import type { Claim, Grievance } from '../filing/grievance';
import type { ClaimChanges } from './amendment';

/**
 * What one grievance changes in the claims of another. A claim whose measure changed is replaced: it is made against
 * something else.
 */
export function claimChanges(before: Grievance, after: Grievance): ClaimChanges {
  const earlier = new Map(before.claims.map((claim) => [claim.id, contentOf(claim, before)]));
  const ids = after.claims.map(({ id }) => id);
  return {
    added: ids.filter((id) => !earlier.has(id)),
    replaced: after.claims
      .filter((claim) => earlier.has(claim.id) && earlier.get(claim.id) !== contentOf(claim, after))
      .map(({ id }) => id),
    dropped: before.claims.map(({ id }) => id).filter((id) => !ids.includes(id)),
  };
}

const contentOf = (claim: Claim, { measures }: Grievance): string =>
  canonicalJson({ claim, measure: measures.find(({ id }) => id === claim.measure) ?? null });
