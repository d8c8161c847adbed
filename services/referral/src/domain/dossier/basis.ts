import type { FiledReferral } from '../referral-state';

/** Why a dossier may issue (I-48), the weightiest first; the dossier says which. */
export const DOSSIER_BASES = ['findings-final', 'screening-lapsed', 'exit-notice'] as const;
export type DossierBasis = (typeof DOSSIER_BASES)[number];

/** Whether a basis is there now. A lapse that was set aside is none any more (I-19). */
export function basisHolds(basis: DossierBasis, { learned, exitNoticeAt }: FiledReferral): boolean {
  switch (basis) {
    case 'findings-final':
      return learned.findings !== undefined || learned.ended?.outcome === 'findings-issued';
    case 'screening-lapsed':
      return learned.ended?.outcome === 'lapsed';
    case 'exit-notice':
      return exitNoticeAt !== undefined;
  }
}

/** The weightiest basis there is; `undefined` when a dossier may not issue. */
export const basisOf = (state: FiledReferral): DossierBasis | undefined => DOSSIER_BASES.find((basis) => basisHolds(basis, state));
