import type { CaseParties, PartyCode, Text } from '@parley/kernel';
import type { Claim, Grievance, Measure } from './file-grievance.rules';
import { measuresOf } from './whose-measure.rules';

/** A measure as everybody may find it. */
export type PublicMeasure = Omit<Measure, 'goods'>;
/** A claim without its reasons: which measure is held against which provision, and by whom. */
export type PublicClaim = Omit<Claim, 'because'>;

/** What the public is told of a grievance. Facts, reasons and remedy are for the parties and the panel. */
export interface PublicMatter {
  readonly subject: readonly Text[];
  readonly publicSummary: readonly Text[];
  /** The parties whose measures are complained of, the complainant first. */
  readonly measuresOf: readonly PartyCode[];
  readonly measures: readonly PublicMeasure[];
  readonly legalBasis: readonly PublicClaim[];
}

export const publicMatter = (grievance: Grievance, parties: CaseParties): PublicMatter => ({
  subject: grievance.subject,
  publicSummary: grievance.publicSummary,
  measuresOf: measuresOf(grievance, parties),
  measures: grievance.measures.map(({ id, wtoMember, title, number, issuer, date, citation, endedOn }) => ({
    ...{ id, wtoMember, title, number, issuer, date, citation },
    ...(endedOn ? { endedOn } : {}),
  })),
  legalBasis: grievance.claims.map(({ id, measure, agreement, provision, claimant }) => ({
    ...{ id, measure, agreement },
    ...(provision ? { provision } : {}),
    ...(claimant ? { claimant } : {}),
  })),
});
