import type { AgreementState } from '../../domain/compliance/agreement-state';
import type { AgreementPapersShown } from './agreement-papers.response';

type Kept = Exclude<AgreementState, { status: 'none' }>;

export function showPapers(agreementId: string, state: Kept): AgreementPapersShown {
  const shown = {
    agreementId,
    status: state.status,
    digest: null,
    terms: null,
    signatures: [],
    dateProposals: [],
    words: [],
  };
  if (state.status === 'declined') return shown;
  if (state.status === 'proposed') {
    const signatures = state.signatures.map(({ by, party, at, jws }) => ({
      by,
      party,
      at,
      ...(jws === undefined ? {} : { jws }),
    }));
    return { ...shown, digest: state.digest, terms: state.terms, signatures };
  }
  const dateProposals = state.obligations.flatMap(({ terms, proposal }) =>
    proposal ? [{ obligation: terms.id, ...proposal }] : [],
  );
  return { ...shown, digest: state.digest, dateProposals, words: state.words };
}
