import path from 'node:path';
import type { Told } from '../report/told';
import { openBag } from '../sources/bag-source';
import { readPartyKeys } from '../sources/party-keys-source';
import { readOwn, readText } from '../sources/read-file';
import { dossierHolds } from './dossier-holds';
import { nodePlatform } from './node-platform';
import { PROOFS, type GivenProofs } from './proof-lines';

/** What is given with a dossier on the command line. */
export interface DossierToVerify {
  /** File of the registry's keys, kept. */
  readonly keys?: string | undefined;
  /** SHA-256 of the manifest that the reader knows from elsewhere. */
  readonly manifest?: string | undefined;
  /** Folder that `parley proofs` wrote. */
  readonly proofs?: string | undefined;
  /** File of the keys of the log, kept. */
  readonly policy?: string | undefined;
  /** File of the keys of both sides, kept. */
  readonly partyKeys?: string | undefined;
}

/** Verifies a dossier, from its bytes and what is beside it alone (I-39). @param place of the .zip, or of its folder */
export async function verifyDossier(place: string, given: DossierToVerify, told: Told): Promise<void> {
  const { manifest, keys, proofs, policy, partyKeys } = given;
  const bag = await openBag(place);
  try {
    const kept = {
      manifest,
      keys: keys === undefined ? undefined : await readOwn(keys),
      proofs: proofs === undefined ? undefined : await proofsIn(proofs, policy),
      partyKeys: await readPartyKeys({ partyKeys }),
    };
    await dossierHolds(bag, kept, told, nodePlatform);
  } finally {
    bag.close();
  }
}

const proofsIn = async (folder: string, kept: string | undefined): Promise<GivenProofs> => ({
  text: await readText(path.join(folder, PROOFS.events)),
  policy: await readText(path.join(folder, PROOFS.policy)),
  ...(kept === undefined ? {} : { kept: await readOwn(kept) }),
});
