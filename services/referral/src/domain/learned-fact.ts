import type { CaseParties, Instant, PersonId, Sha256 } from '@parley/kernel';

/** A claim as far as a referral must know it: what a draft request may name. */
export interface LearnedClaim {
  readonly id: string;
  readonly measure: string;
  readonly agreement: string;
  /** Empty where the agreement as a whole is invoked. */
  readonly provision: string;
  /** Of a claim that the respondent has in the same case; left out for one of the complainant. */
  readonly claimant?: 'respondent';
}

export interface Filing {
  readonly parties: CaseParties;
  readonly receivedAt: Instant;
}

export interface Registration {
  readonly docketNumber: string;
  readonly registeredAt: Instant;
  readonly ruleSetVersion: string;
  /**
   * First instant at which the long-stop has passed; absent when the screening had ended before the number was given.
   */
  readonly longStop?: Instant;
}

export interface ServedGrievance {
  readonly measures: readonly string[];
  readonly claims: readonly LearnedClaim[];
  /** Claims that were given up since it was served. */
  readonly gone?: readonly LearnedClaim[];
}

export interface FinalFindings {
  readonly issuedAt: Instant;
  readonly digest: Sha256;
}

export interface ScreeningEnd {
  /** `findings-issued`, `withdrawn`, `closed-without-prejudice` or `lapsed`. */
  readonly outcome: string;
  readonly endedAt: Instant;
  readonly reason: string;
}

/**
 * What the referral learns from the others and needs to decide. The producers' facts come in no common order, so each
 * of them stands by itself.
 */
export type LearnedFact =
  | ({ readonly kind: 'filed' } & Filing)
  | ({ readonly kind: 'registered' } & Registration)
  | ({ readonly kind: 'grievance-served' } & ServedGrievance)
  /** Both parties took another version of the rules: clocks that start now are of it. */
  | { readonly kind: 'rules-adopted'; readonly version: string }
  /** Claims that were given up after the grievance was served. */
  | { readonly kind: 'claims-withdrawn'; readonly claims: readonly string[] }
  /** Claims that were given up only after the screening had ended: they stand again. */
  | { readonly kind: 'claims-withdrawal-set-aside'; readonly claims: readonly string[] }
  /** Both parties reopened the screening, which goes on as if it had not ended. */
  | { readonly kind: 'screening-reopened' }
  | { readonly kind: 'panel-convened'; readonly members: readonly PersonId[] }
  /** Somebody is on the panel no more, though its parity may be restored only later. */
  | { readonly kind: 'member-left'; readonly person: PersonId }
  | ({ readonly kind: 'findings-final' } & FinalFindings)
  | ({ readonly kind: 'screening-ended' } & ScreeningEnd)
  | { readonly kind: 'lapse-set-aside' };
