import {
  canonicalJson,
  type CaseId,
  type Instant,
  type PartyCode,
  type PersonId,
  type Sha256,
  type Side,
  type Text,
} from '@parley/kernel';
import { sha256Text } from '@parley/procedure';

/** What the co-heads can say of a challenge. */
export type ChallengeVerdict = 'upheld' | 'not-upheld';

export interface ChallengeSignature {
  readonly coHead: PersonId;
  readonly party: PartyCode;
  readonly verdict: ChallengeVerdict;
  readonly digest: Sha256;
  /** By the co-head's own key over the digest, where one was given. */
  readonly jws?: string;
  readonly receivedAt: Instant;
}

/**
 * How a challenge ended. Split or silent, the co-heads leave the member in place, and the challenge stays on record
 * (S6).
 */
export interface ChallengeOutcome {
  readonly verdict: ChallengeVerdict;
  readonly by: 'both-signatures' | 'default';
  readonly at: Instant;
  /** Parties whose co-head did not sign; only with a default. */
  readonly missing: readonly PartyCode[];
}

export interface Challenge {
  /** Unique in its case: `challenge:1`, `challenge:2` … */
  readonly id: string;
  readonly seat: string;
  readonly member: PersonId;
  /** The side that challenges, always the other one. */
  readonly by: Side;
  readonly grounds: readonly Text[];
  readonly madeAt: Instant;
  readonly signatures: readonly ChallengeSignature[];
  readonly outcome: ChallengeOutcome | null;
}

/** What both co-heads sign: the SHA-256 of the canonical JSON of case, challenge, member and verdict. */
export const verdictDigest = (
  caseId: CaseId,
  { id, member }: Pick<Challenge, 'id' | 'member'>,
  verdict: ChallengeVerdict,
): Sha256 => sha256Text(canonicalJson({ caseId, challenge: id, member, verdict }));
