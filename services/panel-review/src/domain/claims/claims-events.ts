import type { DomainEvent } from '@parley/kernel';
import type { MovesClocks } from '@parley/procedure';
import type { ClaimAtIssue } from '../findings/finding';

/** The complainant withdrew claims: no finding is made on them any more (I-30). */
export type ClaimsWithdrawalNoted = DomainEvent<
  'ClaimsWithdrawalNoted',
  MovesClocks & { readonly claimIds: readonly string[] }
>;

/** The grievance was amended: findings are due on these claims from here on (I-24). */
export type AmendedClaimsNoted = DomainEvent<
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
export type ClaimsWithdrawalSetAsideNoted = DomainEvent<
  'ClaimsWithdrawalSetAsideNoted',
  MovesClocks & { readonly claimIds: readonly string[]; readonly standing: readonly string[] }
>;

export type ClaimsEvent =
  ClaimsWithdrawalNoted | ClaimsWithdrawalSetAsideNoted | AmendedClaimsNoted | ClaimsReplacementNoted;
