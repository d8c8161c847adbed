import { mayRead, type Caller, type CaseAccess } from '@parley/access';
import { showDeadline } from '@parley/http';
import type { CaseId, Instant } from '@parley/kernel';
import { basisOf, missingSignatures, type Dossier } from '../dossier/dossier.rules';
import { complainingSide } from './common-refusals.rules';
import { exitNoticeOf, type FiledReferral, type ReferralState } from './referral-state.rules';
import { mayReadContent } from './referral.http';
import type { ReferralShown } from './referral.response';
import type { DossierShown } from '../dossier/dossier.response';

/** The caller to whom something is shown, and the case in which it is shown. */
export interface Viewer {
  readonly caller: Caller;
  readonly access: CaseAccess;
}

export const showReferral = (caseId: CaseId, state: FiledReferral, viewer: Viewer, now: Instant): ReferralShown => ({
  caseId,
  complaining: complainingIn(state, now),
  dossiers: state.dossiers.map((dossier) => showDossier(dossier, viewer)),
  transmissions: state.transmissions,
  forumEvents: state.forumEvents,
});

/** The parties that complain of measures in the case, and those that gave an exit notice while they did. */
function complainingIn(state: FiledReferral, now: Instant): ReferralShown['complaining'] {
  const { complainant, respondent } = state.parties;
  return [complainant, respondent].flatMap((party) => {
    const [complains, exitNoticeAt = null] = [complainingSide(state, party) !== undefined, exitNoticeOf(state, party)];
    return complains || exitNoticeAt !== null
      ? [{ party, exitNoticeAt, basis: (complains ? basisOf(state, party, now) : undefined) ?? null }]
      : [];
  });
}

/** A dossier as plain data, so that more can be said beside it. */
export function showDossier(dossier: Dossier, { caller, access }: Viewer): Pick<DossierShown, keyof DossierShown> {
  const { n, party, status, request, basis, forumRules, requestedAt, deadline, assembly, signatures } = dossier;
  const { forum, ...draft } = request;
  const betweenParties = mayRead('PARTIES', caller, access);
  const isRead = mayReadContent(dossier, caller, access);
  return {
    n,
    party,
    status,
    forum,
    basis: assembly?.basis ?? basis,
    forumRules,
    requestedAt,
    dueAt: deadline.dueAt,
    deadline: showDeadline(deadline),
    draft: isRead ? draft : null,
    // The numbers of files and of what is withheld count what is sealed too (I-43), and tell of the index (I-76).
    assembly:
      assembly && betweenParties
        ? {
            digest: assembly.digest,
            inputsDigest: isRead ? assembly.inputs : null,
            edition: assembly.edition,
            at: assembly.at,
            files: isRead ? assembly.files : null,
            octets: isRead ? assembly.octets : null,
            withheld: isRead ? assembly.withheld : null,
          }
        : null,
    signatures: (betweenParties ? signatures : []).map(({ coHead, party, digest, receivedAt }) => ({
      coHead,
      party,
      digest,
      receivedAt,
    })),
    missing: betweenParties || dossier.status === 'issued' ? missingSignatures(dossier, access.parties) : [],
    end: dossier.status === 'signing' ? null : { by: dossier.end.by, at: dossier.end.at },
    packed:
      dossier.status === 'issued'
        ? { digest: dossier.packed, sizeBytes: dossier.sizeBytes, issuedAt: dossier.issuedAt }
        : null,
  };
}

/** The state after an act on a case that is filed. @throws TypeError when it is not, which no act allows */
export function filedReferral(state: ReferralState): FiledReferral {
  if (state.status !== 'filed') throw new TypeError('an act on a referral of a case that is not filed');
  return state;
}
