import type { OpenedPanel } from '../panel-state';
import type { Instant } from '@parley/kernel';
import type { ClaimAtIssue } from '../findings/finding';
import type {
  AmendedClaimsNoted,
  ClaimsReplacementNoted,
  ClaimsWithdrawalNoted,
  ClaimsWithdrawalSetAsideNoted,
} from './claims-events';

/** The claims that stood at an instant; what changed them at that very instant comes after it. */
export const claimsAt = ({ claims, formerClaims }: OpenedPanel, instant: Instant): readonly ClaimAtIssue[] =>
  formerClaims.find(({ until }) => until >= instant)?.claims ?? claims;

const kept = ({ claims, formerClaims }: OpenedPanel, until: Instant): OpenedPanel['formerClaims'] => [
  ...formerClaims,
  { until, claims },
];

export const withdrawn = (
  state: OpenedPanel,
  { data: { claimIds }, occurredAt }: ClaimsWithdrawalNoted,
): OpenedPanel => ({
  ...state,
  formerClaims: kept(state, occurredAt),
  claims: state.claims.filter(({ id }) => !claimIds.includes(id)),
  withdrawnClaims: [...state.withdrawnClaims, ...claimIds],
});

/** A claim that an amendment brings back is withdrawn no more. */
export const amended = (
  state: OpenedPanel,
  { data: { amendmentId, claims }, occurredAt }: AmendedClaimsNoted,
): OpenedPanel => ({
  ...state,
  formerClaims: kept(state, occurredAt),
  claims,
  withdrawnClaims: state.withdrawnClaims.filter((id) => !claims.some((claim) => claim.id === id)),
  amendments: [...state.amendments, amendmentId],
});

export function standingAgain(
  state: OpenedPanel,
  { data: { claimIds, standing } }: ClaimsWithdrawalSetAsideNoted,
): OpenedPanel {
  const known = [...state.claims, ...state.formerClaims.toReversed().flatMap(({ claims }) => claims)];
  return {
    ...state,
    claims: standing.flatMap((id) => known.find((claim) => claim.id === id) ?? []),
    withdrawnClaims: state.withdrawnClaims.filter((id) => !claimIds.includes(id)),
  };
}

export const replacedClaims = (state: OpenedPanel, { data: { amendmentId } }: ClaimsReplacementNoted): OpenedPanel => ({
  ...state,
  replacedBy: [...state.replacedBy, amendmentId],
});
