import { accept, refuse, type Decision, type Instant, type PartyCode } from '@parley/kernel';
import { coHeadsAct, latestOf } from '@parley/procedure';
import type { SignDossier } from '../referral-commands';
import type { DossierSigned, DossierSigningClosed } from '../referral-events';
import type { FiledReferral } from '../referral-state';
import { refusals } from '../refusals';
import { missingSignatures } from './missing-signatures';
import { dossierDeadline } from './request-dossier.decide';

/** I-04: a co-head signs the digest; when both have signed the same one, the dossier goes out before its time is up. */
export function signDossier(
  command: SignDossier,
  state: FiledReferral,
): Decision<DossierSigned | DossierSigningClosed> {
  const { by, party, receivedAt, n, digest, jws } = command;
  const { complainant, respondent } = state.filing.parties;
  if (party !== complainant && party !== respondent) return refuse(refusals.notACoHead);
  const dossier = state.dossiers.find((each) => each.n === n);
  if (!dossier) return refuse(refusals.noSuchDossier);
  if (dossier.signatures.some((signature) => signature.coHead === by && signature.party !== party))
    return refuse(refusals.signsForBothSides);
  if (dossier.status !== 'signing' || receivedAt >= dossier.deadline.dueAt) return refuse(refusals.signingClosed);
  if (!dossier.assembly) return refuse(refusals.notAssembled);
  if (digest !== dossier.assembly.digest) return refuse(refusals.digestDiffers, '/digest');
  if (dossier.signatures.some((signature) => signature.party === party && signature.digest === digest))
    return refuse(refusals.sideHasSigned);

  const signed: DossierSigned = {
    type: 'DossierSigned',
    occurredAt: receivedAt,
    rule: 'I-04',
    tier: 'PARTIES',
    data: { n, coHead: by, party, digest, ...(jws === undefined ? {} : { jws }) },
  };
  const signatures = [...dossier.signatures, { coHead: by, party, digest, receivedAt }];
  const act = coHeadsAct(
    signatures,
    [complainant, respondent],
    digest,
    dossier.deadline.dueAt,
    latestOf([...dossier.signatures, command]),
  );
  return act.status === 'in-effect'
    ? accept<DossierSigned | DossierSigningClosed>(signed, signingClosed(n, act.at, act.by, []))
    : accept(signed);
}

/** S12 by time: the dossier goes out though a co-head abstains, and says who did. */
export function signingByDefault(
  deadlineId: string,
  expiry: Instant,
  state: FiledReferral,
): Decision<DossierSigningClosed> {
  const dossier = state.dossiers.find(({ n }) => dossierDeadline(n) === deadlineId);
  if (dossier?.status !== 'signing') return accept();
  return accept(signingClosed(dossier.n, expiry, 'default', missingSignatures(dossier, state.filing.parties)));
}

const signingClosed = (
  n: number,
  at: Instant,
  by: 'both-signatures' | 'default',
  missing: readonly PartyCode[],
): DossierSigningClosed => ({
  type: 'DossierSigningClosed',
  occurredAt: at,
  rule: by === 'default' ? 'S12' : 'I-04',
  tier: 'PARTIES',
  data: { n, by, missing, opens: [], closes: [dossierDeadline(n)] },
});
