import type { OpenedPanel } from '../panel-state';
import type { AmendedClaimsNoted, ClaimsReplacementNoted, ClaimsWithdrawalNoted } from './claims-events';

export const withdrawn = (state: OpenedPanel, { data: { claimIds } }: ClaimsWithdrawalNoted): OpenedPanel => ({
  ...state,
  claims: state.claims.filter(({ id }) => !claimIds.includes(id)),
  withdrawnClaims: [...state.withdrawnClaims, ...claimIds],
});

/** A claim that an amendment brings back is withdrawn no more. */
export const amended = (state: OpenedPanel, { data: { amendmentId, claims } }: AmendedClaimsNoted): OpenedPanel => ({
  ...state,
  claims,
  withdrawnClaims: state.withdrawnClaims.filter((id) => !claims.some((claim) => claim.id === id)),
  amendments: [...state.amendments, amendmentId],
});

export const replacedClaims = (state: OpenedPanel, { data: { amendmentId } }: ClaimsReplacementNoted): OpenedPanel => ({
  ...state,
  replacedBy: [...state.replacedBy, amendmentId],
});
