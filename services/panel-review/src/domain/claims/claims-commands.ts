import type { Instant } from '@parley/kernel';
import type { ClaimAtIssue } from '../findings/finding';

export interface NoteClaimsWithdrawal {
  readonly type: 'NoteClaimsWithdrawal';
  readonly claimIds: readonly string[];
  readonly at: Instant;
}
/** Claims that were withdrawn too late stand again: all that stand now, by id. */
export interface NoteWithdrawalSetAside {
  readonly type: 'NoteWithdrawalSetAside';
  readonly claimIds: readonly string[];
  readonly standing: readonly string[];
  readonly at: Instant;
}
/** All claims of the grievance as an amendment leaves it. */
export interface NoteAmendedClaims {
  readonly type: 'NoteAmendedClaims';
  readonly amendmentId: string;
  readonly claims: readonly ClaimAtIssue[];
  readonly at: Instant;
}
export interface NoteClaimsReplacement {
  readonly type: 'NoteClaimsReplacement';
  readonly amendmentId: string;
  readonly claimIds: readonly string[];
  readonly at: Instant;
}

export type ClaimsCommand = NoteClaimsWithdrawal | NoteWithdrawalSetAside | NoteAmendedClaims | NoteClaimsReplacement;
