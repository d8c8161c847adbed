import type { Instant } from '@parley/kernel';
import type { ClaimAtIssue } from '../findings/make-findings.rules';
import { awaitsReply, lateClaimRefusals, type ToldAmendments } from './late-claims.rules';
import { findingsRefusals } from '../findings/findings-refusals.rules';

/** The claims of a case as the intake has told of them. */
export interface ToldClaims {
  readonly claims: readonly ClaimAtIssue[];
  /** The claims as they stood before each change, oldest first. */
  readonly formerClaims: readonly { readonly until: Instant; readonly claims: readonly ClaimAtIssue[] }[];
  /** Ids of claims on which no finding is made any more. */
  readonly withdrawnClaims: readonly string[];
}

/**
 * The claims that stood at an instant; what changed them at that very instant comes after it. So findings that were
 * decided before a withdrawal, or at that very instant, keep what they say, in whatever order the two are heard of.
 */
export const claimsAt = ({ claims, formerClaims }: ToldClaims, instant: Instant): readonly ClaimAtIssue[] =>
  formerClaims.find(({ until }) => until >= instant)?.claims ?? claims;

const kept = ({ claims, formerClaims }: ToldClaims, until: Instant): ToldClaims['formerClaims'] => [
  ...formerClaims,
  { until, claims },
];

/** The complainant withdrew claims: no finding is made on them any more (I-30). */
export function withdrawn<Told extends ToldClaims>(
  told: Told,
  { claimIds, at }: { readonly claimIds: readonly string[]; readonly at: Instant },
): Told {
  const gone = claimIds.filter((id) => told.claims.some((claim) => claim.id === id));
  if (gone.length === 0) return told;
  return {
    ...told,
    formerClaims: kept(told, at),
    claims: told.claims.filter(({ id }) => !gone.includes(id)),
    withdrawnClaims: [...told.withdrawnClaims, ...gone],
  };
}

/**
 * The claims on which findings are due from here on. The claims of a supplement are decided with the others and move no
 * clock of the panel (I-24). A claim that comes after the findings are made is in no finding. A claim that an amendment
 * brings back no longer counts as withdrawn.
 */
export const amended = <Told extends ToldClaims>(
  told: Told,
  { claims, at }: { readonly claims: readonly ClaimAtIssue[]; readonly at: Instant },
): Told => ({
  ...told,
  formerClaims: kept(told, at),
  claims,
  withdrawnClaims: told.withdrawnClaims.filter((id) => !claims.some((claim) => claim.id === id)),
});

/** A withdrawal that came after the end of the screening took nothing with it (I-19). */
export function standingAgain<Told extends ToldClaims>(
  told: Told,
  { claimIds, standing }: { readonly claimIds: readonly string[]; readonly standing: readonly string[] },
): Told {
  if (!claimIds.some((id) => told.withdrawnClaims.includes(id))) return told;
  const known = [...told.claims, ...told.formerClaims.toReversed().flatMap(({ claims }) => claims)];
  return {
    ...told,
    claims: standing.flatMap((id) => known.find((claim) => claim.id === id) ?? []),
    withdrawnClaims: told.withdrawnClaims.filter((id) => !claimIds.includes(id)),
  };
}

/**
 * Why members can say nothing about a claim in deliberation: it was withdrawn, the case has no such claim, or its reply
 * is awaited.
 */
export function claimBar(told: ToldClaims & ToldAmendments, claimId: string, at: Instant) {
  if (told.claims.some(({ id }) => id === claimId))
    return awaitsReply(told, claimId, at) ? lateClaimRefusals.claimAwaitsReply : undefined;
  return told.withdrawnClaims.includes(claimId) ? findingsRefusals.claimWithdrawn : findingsRefusals.unknownClaim;
}
