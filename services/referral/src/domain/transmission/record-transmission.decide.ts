import { accept, refuse, type Decision } from '@parley/kernel';
import type { RecordTransmission } from '../referral-commands';
import type { DossierTransmitted } from '../referral-events';
import type { FiledReferral } from '../referral-state';
import { refusals } from '../refusals';

/**
 * S12: the party that asked for a dossier says when it handed an issued dossier to the forum, and keeps the forum's
 * receipt on record.
 */
export function recordTransmission(
  { by, party, receivedAt, n, handedOverAt, receipt }: RecordTransmission,
  state: FiledReferral,
): Decision<DossierTransmitted> {
  const dossier = state.dossiers.find((each) => each.n === n);
  if (!dossier) return refuse(refusals.noSuchDossier);
  if (party !== dossier.party) return refuse(refusals.dossierOfOther);
  if (dossier.status !== 'issued') return refuse(refusals.notIssued);
  if (state.transmissions.some((each) => each.n === n)) return refuse(refusals.alreadyTransmitted);
  if (handedOverAt < dossier.issuedAt || handedOverAt > receivedAt)
    return refuse(refusals.handedOverOutOfTime, '/handedOverAt');
  return accept({
    type: 'DossierTransmitted',
    occurredAt: receivedAt,
    rule: 'I-48',
    tier: 'PUBLIC',
    data: { n, by, party, forum: dossier.request.forum, handedOverAt, receipt },
  });
}
