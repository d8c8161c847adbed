import type { RefusalReason } from '@parley/kernel';
import type { OpenedPanel } from '../panel-state';
import { refusals } from '../refusals';

/** Why nothing is said of a claim in deliberation: it was withdrawn, or is none of this case. */
export function claimBar({ claims, withdrawnClaims }: OpenedPanel, claimId: string): RefusalReason | undefined {
  if (claims.some(({ id }) => id === claimId)) return undefined;
  return withdrawnClaims.includes(claimId) ? refusals.claimWithdrawn : refusals.unknownClaim;
}
