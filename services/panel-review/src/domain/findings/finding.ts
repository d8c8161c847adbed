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
import { sha256Text, type ClaimOutcome, type Vote } from '@parley/procedure';

/** A claim as far as findings need it. */
export interface ClaimAtIssue {
  readonly id: string;
  readonly measure: string;
  readonly agreement: string;
  /** Empty where the agreement as a whole is invoked. */
  readonly provision: string;
}

/** A text of the panel together with the exhibits that it rests on (I-65). */
export interface ReasonedText {
  readonly text: readonly Text[];
  readonly exhibits: readonly string[];
}

/** A vote whose member chose to have it shown with the findings (I-14). */
export interface AttributedVote {
  readonly claimId: string;
  readonly member: PersonId;
  readonly on: Vote['on'];
}

/** What the panel says of one claim. It never says that a party has violated an agreement (I-52). */
export interface Finding {
  readonly claimId: string;
  readonly outcome: ClaimOutcome;
  /** Reasons given for this outcome, in the order of the seats; they do not say by whom. */
  readonly reasons: readonly ReasonedText[];
  /** Of a claim that is not agreed: each side's separate statement, `null` when none was given in time (I-13). */
  readonly statements: Readonly<Record<Side, ReasonedText | null>> | null;
}

export interface Certification {
  readonly coHead: PersonId;
  readonly party: PartyCode;
  readonly digest: Sha256;
  /** By the co-head's own key over the digest, where one was given. */
  readonly jws?: string;
  readonly receivedAt: Instant;
}

/** What the co-heads certify: the SHA-256 of the canonical JSON of case and findings. */
export const findingsDigest = (caseId: CaseId, findings: readonly Finding[]): Sha256 =>
  sha256Text(canonicalJson({ caseId, findings }));

/** How findings became final. */
export interface Issue {
  readonly at: Instant;
  readonly by: 'both-signatures' | 'default';
  /** Parties whose co-head did not certify. */
  readonly missing: readonly PartyCode[];
}
