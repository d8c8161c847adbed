import type { Sha256 } from '@parley/kernel';
import type { CaseCommand } from '../case-commands.rules';
import { complainant, grievance, respondent } from '../case-story.fixture';
import type { Claim, Grievance } from '../filing/file-grievance.rules';
import type { AmendGrievance } from './amendments.rules';

/** The pieces from which the specs tell how a grievance is amended. */
const digest = 'cd'.repeat(32) as Sha256;
export const [first] = grievance.claims as [Claim];
export const claim = (id: string, provision: string): Claim => ({ ...first, id, provision });
export const withClaims = (...claims: readonly Claim[]): Grievance => ({ ...grievance, claims });
/** A claim of the respondent against a measure of the complainant, which come in together. */
export const own: Claim = { ...claim('U1', 'XI'), measure: 'MU', claimant: 'respondent' };
export const joinedWith = (...claims: readonly Claim[]): Grievance => ({
  ...withClaims(...claims),
  measures: [...grievance.measures, { ...grievance.measures[0]!, id: 'MU', wtoMember: 'CN', number: 'No. 18' }],
});

/** The complainant amends: the receipt and the certification name the same digest, as over the API. */
export const amend = (kind: AmendGrievance['kind'], to: Grievance, when: string): AmendGrievance => {
  const act = complainant(when);
  const receipt = { number: '1e0f6a52-6a1e-8a3b-9c4d-0123456789ab', digest, jws: 'a.b.c' };
  return { type: 'AmendGrievance', ...act, kind, grievance: to, certification: { by: act.by, digest }, receipt };
};
export const answer = (amendmentId: string, claims: readonly string[], when: string): CaseCommand => ({
  type: 'AnswerAmendment',
  ...respondent(when),
  amendmentId,
  counterStatements: claims.map((id) => ({
    claim: id,
    statement: [{ lang: 'en', text: 'Denied.', kind: 'original' }],
  })),
});
