import type { BlobStore } from '@parley/blobs';
import type { CaseId, Sha256 } from '@parley/kernel';
import type { IssuedDossier } from './dossier.rules';
import type { FiledReferral } from '../referral/referral-state.rules';
import { assembleDossier } from './assemble-dossier';
import { assemblyOrder, type DossierMaterials } from './dossier.reaction';
import { packDossier } from './pack-dossier';

/** Digests of a dossier that was built again from the record and the exhibits. */
export interface RebuiltDossier {
  /** Digest of the payload manifest, which the co-heads were shown. */
  readonly manifest: Sha256;
  /** Digest of the packed bag. */
  readonly packed: Sha256;
}

export type RebuildDossier = (caseId: CaseId, dossier: IssuedDossier, state: FiledReferral) => Promise<RebuiltDossier>;

/**
 * Builds an issued dossier again from nothing but the record and the exhibits. What was issued stays as it is: the same
 * inputs give the same bytes (I-51), and other bytes would be stored under another digest.
 * @throws Error when the materials are damaged or missing
 */
export const rebuildDossier =
  (materials: DossierMaterials, blobs: BlobStore): RebuildDossier =>
  async (caseId, dossier, state) => {
    const docketNumber = state.told.registration?.docketNumber;
    if (docketNumber === undefined)
      throw new Error(`dossier ${String(dossier.n)} of case ${caseId} has no docket number`);
    // The log has grown since, and the dossier holds what was recorded with its assembly.
    const recorded = { ...materials, checkpoint: () => Promise.resolve(dossier.assembly.checkpoint) };
    const assembly = await assembleDossier(blobs, await assemblyOrder(recorded, caseId, { dossier, state }));
    const built = { ...dossier, assembly: { ...assembly, at: dossier.assembly.at } };
    const { digest } = await packDossier(blobs, {
      caseId,
      docketNumber,
      parties: state.parties,
      dossier: built,
    });
    return { manifest: assembly.digest, packed: digest };
  };
