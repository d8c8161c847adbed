import type { MessageInitShape } from '@bufbuild/protobuf';
import { sayTexts, type referral } from '@parley/contracts';
import type { ObligationTerms, PublicTerms } from '../domain/compliance/obligation-terms';

/** Obligations as messages: with their words where these are public. */
export const sayObligations = (
  obligations: readonly (PublicTerms & Partial<ObligationTerms>)[],
): MessageInitShape<typeof referral.ObligationSchema>[] =>
  obligations.map(({ id, owner, date, what = [], check = [] }) => ({
    id,
    owner,
    date,
    what: sayTexts(what),
    check: sayTexts(check),
  }));
