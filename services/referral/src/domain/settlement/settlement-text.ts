import { canonicalJson, type CaseId, type Sha256, type Text } from '@parley/kernel';
import { sha256Text } from '@parley/procedure';
import type { ObligationTerms, Publication } from '../compliance/obligation-terms';

/**
 * A settlement as the parties would sign it, in English and Chinese, both authentic. Without prejudice until both have
 * signed (I-45).
 */
export interface SettlementText {
  readonly title: readonly Text[];
  readonly text: readonly Text[];
  readonly obligations: readonly ObligationTerms[];
  readonly publication: Publication;
}

/**
 * What both parties sign: the whole text with its obligations, in the case that it settles, so that no signature fits
 * another.
 */
export const settlementDigest = (caseId: CaseId, { title, text, obligations, publication }: SettlementText): Sha256 =>
  sha256Text(canonicalJson({ caseId, title, text, obligations, publication }));
