import {
  canonicalJson,
  type CaseId,
  type Instant,
  type PartyCode,
  type PersonId,
  type Sha256,
  type Text,
} from '@parley/kernel';
import { sha256Text } from '@parley/procedure';

export const URGENCY_GROUNDS = ['perishable', 'irreversible', 'safety', 'incident'] as const;
export type UrgencyGround = (typeof URGENCY_GROUNDS)[number];

/** Why a filer holds its case to be urgent. */
export interface UrgencyClaim {
  readonly ground: UrgencyGround;
  readonly reasons: readonly Text[];
}

/** A co-head's signature under the refusal of urgency. */
export interface RefusalSignature {
  readonly by: PersonId;
  readonly party: PartyCode;
  readonly at: Instant;
}

/**
 * Claimed urgency holds from the claim on: it is granted unless both co-heads refuse it in time, or the panel does
 * later (I-25).
 */
export interface Urgency extends UrgencyClaim {
  readonly status: 'claimed' | 'granted' | 'refused';
  readonly signatures: readonly RefusalSignature[];
}

/** What a co-head signs: SHA-256 of the canonical JSON of case, claim and verdict. */
export const refusalDigest = (caseId: CaseId, { ground, reasons }: UrgencyClaim): Sha256 =>
  sha256Text(canonicalJson(refusalOf(caseId, { ground, reasons })));

/** What the digest is over. */
export const refusalOf = (caseId: CaseId, { ground, reasons }: UrgencyClaim) =>
  ({ case: caseId, urgency: { ground, reasons }, verdict: 'refused' }) as const;
