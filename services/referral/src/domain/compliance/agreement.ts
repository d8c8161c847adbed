import { canonicalJson, type IsoDate, type PartyCode, type Sha256, type Text } from '@parley/kernel';
import { sha256Text } from '@parley/procedure';
import type { ObligationTerms, Publication } from './obligation-terms';

/** Where the text of an existing agreement is found. */
export interface AgreementSource {
  readonly citation: string;
  /** When it was signed. */
  readonly date: IsoDate;
  readonly url?: string;
}

/** An existing agreement as one desk would enter it in the register. */
export interface AgreementTerms {
  readonly title: readonly Text[];
  readonly source: AgreementSource;
  readonly obligations: readonly ObligationTerms[];
  /** Day of the first review; a review interval after the entry when `null`. */
  readonly firstReview: IsoDate | null;
  readonly publication: Publication;
}

/** What obliges the parties: a settlement that they signed in a case, or an agreement that was there already. */
export type AgreementOrigin =
  | { readonly kind: 'settlement'; readonly caseId: string; readonly docketNumber: string }
  | { readonly kind: 'register'; readonly source?: AgreementSource };

/** The two parties, in the order of their codes: which of them complained changes nothing any more. */
export type Signatories = readonly [PartyCode, PartyCode];

/**
 * What both desks sign: the terms under the id that they would have in the register, so that no signature fits another.
 */
export const agreementDigest = (
  agreementId: string,
  { title, source, obligations, firstReview, publication }: AgreementTerms,
): Sha256 => sha256Text(canonicalJson({ agreementId, title, source, obligations, firstReview, publication }));
