import { accept, type Decision, type DomainEvent, type Instant, type RefusalReason } from '@parley/kernel';
import type { MovesClocks } from '@parley/procedure';
import type { ClaimAtIssue } from '../findings/certification.rules';
import { findingsRefusals } from '../findings/findings.rules';
import type { OpenedPanel } from '../panel/panel-state.rules';
import { noClocks } from '../time/time.rules';

interface NoteClaimsWithdrawal {
  readonly type: 'NoteClaimsWithdrawal';
  readonly claimIds: readonly string[];
  readonly at: Instant;
}
/** Claims that were withdrawn too late stand again: all that stand now, by id. */
interface NoteWithdrawalSetAside {
  readonly type: 'NoteWithdrawalSetAside';
  readonly claimIds: readonly string[];
  readonly standing: readonly string[];
  readonly at: Instant;
}
/** All claims of the grievance as an amendment leaves it. */
interface NoteAmendedClaims {
  readonly type: 'NoteAmendedClaims';
  readonly amendmentId: string;
  readonly claims: readonly ClaimAtIssue[];
  readonly at: Instant;
}
interface NoteClaimsReplacement {
  readonly type: 'NoteClaimsReplacement';
  readonly amendmentId: string;
  readonly claimIds: readonly string[];
  readonly at: Instant;
}

export type ClaimsCommand = NoteClaimsWithdrawal | NoteWithdrawalSetAside | NoteAmendedClaims | NoteClaimsReplacement;

/** The complainant withdrew claims: no finding is made on them any more (I-30). */
type ClaimsWithdrawalNoted = DomainEvent<
  'ClaimsWithdrawalNoted',
  MovesClocks & { readonly claimIds: readonly string[] }
>;

/** The grievance was amended: findings are due on these claims from here on (I-24). */
type AmendedClaimsNoted = DomainEvent<
  'AmendedClaimsNoted',
  MovesClocks & { readonly amendmentId: string; readonly claims: readonly ClaimAtIssue[] }
>;

/** Claims keep their id and say something else: what the members had said of them in deliberation is set aside. */
export type ClaimsReplacementNoted = DomainEvent<
  'ClaimsReplacementNoted',
  MovesClocks & { readonly amendmentId: string; readonly claimIds: readonly string[] }
>;

/**
 * The screening had ended before claims were withdrawn, which came to light only afterwards: these are the claims that
 * stand (I-19).
 */
type ClaimsWithdrawalSetAsideNoted = DomainEvent<
  'ClaimsWithdrawalSetAsideNoted',
  MovesClocks & { readonly claimIds: readonly string[]; readonly standing: readonly string[] }
>;

export type ClaimsEvent =
  ClaimsWithdrawalNoted | ClaimsWithdrawalSetAsideNoted | AmendedClaimsNoted | ClaimsReplacementNoted;

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

/** Why nothing is said of a claim in deliberation: it was withdrawn, or is none of this case. */
export function claimBar({ claims, withdrawnClaims }: OpenedPanel, claimId: string): RefusalReason | undefined {
  if (claims.some(({ id }) => id === claimId)) return undefined;
  return withdrawnClaims.includes(claimId) ? findingsRefusals.claimWithdrawn : findingsRefusals.unknownClaim;
}

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
