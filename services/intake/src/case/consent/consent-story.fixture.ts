import { parseIsoDate, type PartyCode } from '@parley/kernel';
import { at, caseId, complainant, person, respondent } from '../case-story.fixture';
import type { Act, CaseCommand } from '../case-commands.rules';
import type { SignProposal } from './consent.rules';
import { proposalDigest, type Matter, type Signatories } from './proposal.rules';

/**
 * The pieces from which the specs tell of two signatures. The complainant proposes and the respondent signs, unless
 * stated otherwise.
 */
export const reason = { en: 'The interpreters are ill.', 'zh-Hans': '译员患病。' };

export const propose = (matter: Matter, when: string | Act, signatories: Signatories = 'parties'): CaseCommand => ({
  type: 'Propose',
  ...(typeof when === 'string' ? complainant(when) : when),
  signatories,
  matter,
});

/** A signature over the digest of a proposal; the first proposal unless stated otherwise. */
export const sign = (
  matter: Matter,
  when: string | Act,
  { n = 1, signatories = 'parties' }: { readonly n?: number; readonly signatories?: Signatories } = {},
): SignProposal => {
  const id = `proposal:${String(n)}`;
  return {
    type: 'SignProposal',
    ...(typeof when === 'string' ? respondent(when) : when),
    signatories,
    proposalId: id,
    digest: proposalDigest(caseId, { id, signatories, matter }),
  };
};

export const extension = (deadline: string, by: number): Matter => ({ kind: 'extension', deadline, by, reason });
export const suspension = (until: string | null = null): Matter => ({
  kind: 'suspension',
  until: parseIsoDate(until ?? '') ?? null,
  reason,
});
export const resumption: Matter = { kind: 'resumption', reason };
export const complexTrack: Matter = { kind: 'track', track: 'complex', reason };
export const rules = (version: string): Matter => ({ kind: 'rules', version, reason });
export const reopening: Matter = { kind: 'reopening', reason };

/** An act of the co-head of a party, by its code in small letters. */
export const coHead = (code: string, receivedAt: string) => ({
  by: person(`${code}-cohead`),
  party: code.toUpperCase() as PartyCode,
  receivedAt: at(receivedAt),
});
