import { accept, refuse, type Decision } from '@parley/kernel';
import type { RecordAssembly } from '../referral-commands';
import type { DossierAssembled } from '../referral-events';
import type { FiledReferral } from '../referral-state';
import { refusals } from '../refusals';
import { basisHolds } from './basis';
import type { Dossier } from './dossier';

/**
 * A dossier needs to be put together when it never was, or when the basis that it states was set aside since (I-19).
 */
export const needsAssembly = (dossier: Dossier, state: FiledReferral): boolean =>
  dossier.status !== 'issued' &&
  (!dossier.assembly || !basisHolds(dossier.assembly.basis, state, dossier.party, dossier.requestedAt));

/** The dossier is put together; it can be signed. */
export function recordAssembly({ n, assembly, at }: RecordAssembly, state: FiledReferral): Decision<DossierAssembled> {
  const dossier = state.dossiers.find((each) => each.n === n);
  if (!dossier) return refuse(refusals.noSuchDossier);
  if (!needsAssembly(dossier, state)) return accept();
  if (!basisHolds(assembly.basis, state, dossier.party, dossier.requestedAt)) return refuse(refusals.noBasis);
  return accept({ type: 'DossierAssembled', occurredAt: at, rule: 'S12', tier: 'PARTIES', data: { n, assembly } });
}
