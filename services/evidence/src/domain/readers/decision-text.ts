import { canonicalJson, type CaseId, type Sha256 } from '@parley/kernel';
import { sha256Text } from '@parley/procedure';
import type { Exhibit, ExhibitNumber, ExhibitTier } from '../exhibit';
import type { Readers, ReadersReason } from './readers';

/**
 * What both co-heads sign: the exhibit by its digest too, and its readers as they are, so that a signature fits no
 * other change.
 */
export interface DecisionText {
  readonly caseId: CaseId;
  readonly exhibit: ExhibitNumber;
  readonly exhibitDigest: Sha256;
  readonly from: ExhibitTier;
  readonly to: Readers;
  readonly reason: ReadersReason;
}

export const decisionText = (
  caseId: CaseId,
  { number, file, tier }: Exhibit,
  to: Readers,
  reason: ReadersReason,
): DecisionText => ({
  caseId,
  exhibit: number,
  exhibitDigest: file.digest,
  from: tier,
  to,
  reason,
});

/** SHA-256 of its canonical JSON (RFC 8785). */
export const decisionDigest = (text: DecisionText): Sha256 => sha256Text(canonicalJson(text));
