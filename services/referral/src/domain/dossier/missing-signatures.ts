import type { CaseParties, PartyCode } from '@parley/kernel';
import type { Dossier } from './dossier';

/** Sides without a signature over the dossier as it is now: one over what it was before counts for nothing. */
export const missingSignatures = (
  { signatures, assembly }: Dossier,
  { complainant, respondent }: CaseParties,
): readonly PartyCode[] =>
  [complainant, respondent].filter(
    (party) => !signatures.some((signature) => signature.party === party && signature.digest === assembly?.digest),
  );
