import { accept, refuse, type Decision } from '@parley/kernel';
import type { IssueDossier } from '../referral-commands';
import type { DossierIssued } from '../referral-events';
import type { FiledReferral } from '../referral-state';
import { refusals } from '../refusals';
import { basisHolds } from './basis';
import { missingSignatures } from './missing-signatures';

/**
 * The packed dossier goes out to both desks at one instant: that of the second signature, or of the end of their time.
 * The basis that it states must still be there (I-48).
 */
export function issueDossier({ n, digest, sizeBytes }: IssueDossier, state: FiledReferral): Decision<DossierIssued> {
  const dossier = state.dossiers.find((each) => each.n === n);
  if (!dossier) return refuse(refusals.noSuchDossier);
  if (dossier.status === 'issued') return accept();
  if (dossier.status !== 'closed' || !dossier.assembly) return refuse(refusals.notAssembled);
  const { basis } = dossier.assembly;
  if (!basisHolds(basis, state, dossier.party, dossier.requestedAt)) return refuse(refusals.noBasis);
  return accept({
    type: 'DossierIssued',
    occurredAt: dossier.end.at,
    rule: 'S12',
    tier: 'PUBLIC',
    data: {
      n,
      party: dossier.party,
      forum: dossier.request.forum,
      basis,
      packed: digest,
      sizeBytes,
      missing: missingSignatures(dossier, state.filing.parties),
    },
  });
}
