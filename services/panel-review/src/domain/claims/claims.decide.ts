import { accept, type Decision } from '@parley/kernel';
import { noClocks } from '../clock-moves';
import type {
  NoteAmendedClaims,
  NoteClaimsReplacement,
  NoteClaimsWithdrawal,
  NoteWithdrawalSetAside,
} from './claims-commands';
import type { OpenedPanel } from '../panel-state';
import type {
  AmendedClaimsNoted,
  ClaimsReplacementNoted,
  ClaimsWithdrawalNoted,
  ClaimsWithdrawalSetAsideNoted,
} from './claims-events';

/**
 * Findings that were decided before, or at that very instant, keep what they say: a withdrawal takes nothing back, in
 * whatever order the two are recorded.
 */
export function noteClaimsWithdrawal(
  { claimIds, at }: NoteClaimsWithdrawal,
  state: OpenedPanel,
): Decision<ClaimsWithdrawalNoted> {
  const withdrawn = claimIds.filter((id) => state.claims.some((claim) => claim.id === id));
  if (withdrawn.length === 0) return accept();
  return accept({
    type: 'ClaimsWithdrawalNoted',
    occurredAt: at,
    rule: 'I-30',
    tier: 'PUBLIC',
    data: { claimIds: withdrawn, ...noClocks },
  });
}

/** A withdrawal that came after the end of the screening took nothing with it. */
export function noteWithdrawalSetAside(
  { claimIds, standing, at }: NoteWithdrawalSetAside,
  state: OpenedPanel,
): Decision<ClaimsWithdrawalSetAsideNoted> {
  const back = claimIds.filter((id) => state.withdrawnClaims.includes(id));
  if (back.length === 0) return accept();
  return accept({
    type: 'ClaimsWithdrawalSetAsideNoted',
    occurredAt: at,
    rule: 'I-19',
    tier: 'PUBLIC',
    data: { claimIds: back, standing, ...noClocks },
  });
}

/**
 * A supplement's claims are decided with the others, and no clock of the panel moves by them (I-24). What comes when
 * the findings are made is on record and in no finding.
 */
export function noteAmendedClaims(
  { amendmentId, claims, at }: NoteAmendedClaims,
  state: OpenedPanel,
): Decision<AmendedClaimsNoted> {
  if (state.amendments.includes(amendmentId)) return accept();
  return accept({
    type: 'AmendedClaimsNoted',
    occurredAt: at,
    rule: 'I-24',
    tier: 'PANEL',
    data: { amendmentId, claims, ...noClocks },
  });
}

export function noteClaimsReplacement(
  { amendmentId, claimIds, at }: NoteClaimsReplacement,
  state: OpenedPanel,
): Decision<ClaimsReplacementNoted> {
  if (state.replacedBy.includes(amendmentId) || claimIds.length === 0) return accept();
  return accept({
    type: 'ClaimsReplacementNoted',
    occurredAt: at,
    rule: 'I-24',
    tier: 'PUBLIC',
    data: { amendmentId, claimIds, ...noClocks },
  });
}
