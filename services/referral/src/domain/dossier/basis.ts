import type { Instant, PartyCode } from '@parley/kernel';
import { exitNoticeOf, type FiledReferral } from '../referral-state';

/** Why a dossier may issue (I-48), the weightiest first; the dossier says which. */
export const DOSSIER_BASES = ['findings-final', 'screening-lapsed', 'exit-notice'] as const;
export type DossierBasis = (typeof DOSSIER_BASES)[number];

const isBy = (at: Instant | undefined, asked: Instant): boolean => at !== undefined && at <= asked;

/**
 * Whether a basis was there at an instant, by what is known now. A lapse that was set aside is none any more (I-19).
 * @param party whose dossier it would be: an exit notice is a basis for who gave it alone
 * @param asked the instant of the request: a dossier holds what was there by then, and its basis must be in it
 */
export function basisHolds(basis: DossierBasis, state: FiledReferral, party: PartyCode, asked: Instant): boolean {
  const { learned } = state;
  switch (basis) {
    case 'findings-final':
      return isBy(learned.findings?.issuedAt, asked);
    case 'screening-lapsed':
      return learned.ended?.outcome === 'lapsed' && isBy(learned.ended.endedAt, asked);
    case 'exit-notice':
      return isBy(exitNoticeOf(state, party), asked);
  }
}

/** The weightiest basis that was there; `undefined` when a dossier may not issue. */
export const basisOf = (state: FiledReferral, party: PartyCode, asked: Instant): DossierBasis | undefined =>
  DOSSIER_BASES.find((basis) => basisHolds(basis, state, party, asked));
