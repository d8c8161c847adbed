import {
  canonicalJson,
  type CaseId,
  type Instant,
  type PersonId,
  type Sha256,
  type Side,
  type Text,
} from '@parley/kernel';
import { sha256Text } from '@parley/procedure';

/** A co-chair's signature of a draft; `jws` by the co-chair's own key over its digest, where one was given. */
export interface InterimSignature {
  readonly by: PersonId;
  readonly jws?: string;
  readonly receivedAt: Instant;
}

/** A text that a member has laid before the panel; who may sign it are the co-chairs. */
export interface InterimDraft {
  readonly text: readonly Text[];
  readonly exhibits: readonly string[];
  readonly digest: Sha256;
  readonly draftedBy: PersonId;
  /** Of this very digest. */
  readonly signatures: readonly InterimSignature[];
}

/** The interim text as it went to the parties. */
export interface InterimText {
  readonly text: readonly Text[];
  readonly exhibits: readonly string[];
  readonly digest: Sha256;
  readonly issuedAt: Instant;
}

export interface InterimComment {
  readonly side: Side;
  readonly comment: readonly Text[];
  readonly receivedAt: Instant;
}

/** What the co-chairs sign: the SHA-256 of the canonical JSON of case, exhibits and text. */
export const interimDigest = (caseId: CaseId, text: readonly Text[], exhibits: readonly string[]): Sha256 =>
  sha256Text(canonicalJson({ caseId, exhibits, text }));
