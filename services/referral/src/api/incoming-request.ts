import type { Text } from '@parley/kernel';
import type { AuthoredText } from '@parley/platform';
import type { DossierRequest } from '../domain/dossier/dossier-request';
import type { DossierRequestBody } from './referral.request';

export const textsOf = (texts: readonly AuthoredText[]): readonly Text[] => texts.map(({ lang, text, kind, of }) => ({ lang, text, kind, ...(of === undefined ? {} : { of }) }));

/** The request of a validated body. */
export const draftOf = ({ forum, consultationProvisions, measures, claims, furtherClaimsReserved, statement, availableEvidence }: DossierRequestBody): DossierRequest => ({
  forum,
  consultationProvisions: consultationProvisions.map(({ agreement, provision }) => ({ agreement, provision })),
  measures: [...measures],
  claims: [...claims],
  furtherClaimsReserved,
  statement: textsOf(statement),
  availableEvidence: textsOf(availableEvidence),
});
