import type { IsoDate, PartyCode, PersonId, Sha256 } from '@parley/kernel';
import { currentRuleSet } from '@parley/procedure';
import { at, CN, complainant, respondent, US } from '../referral/referral-story.fixture';
import { both, clocksOf, obligation } from '../settlement/settlement-story.fixture';
import {
  agreementDigest,
  type AgreementCommand,
  type AgreementTerms,
  type EnterSettlement,
  type GiveStatusReport,
} from './agreement-commands.rules';
import { agreementDecider } from './agreement-decider.rules';
import type { CheckFinding, ReportedState } from './agreement-events.rules';
import type { AgreementState } from './agreement.rules';
import { checkDigest } from './joint-check.rules';
import type { Publication } from './verification.rules';

/** The pieces from which specs build the story of an agreement. Texts are constructed. */
export const decider = agreementDecider(clocksOf);
export const agreementId = '7a1c1a52-6a1e-8a3b-9c4d-0123456789ab';
const parties = [CN, US] as const;

/** Signed on 12 March 2025: the first review is on 12 September, and a report is due on 29 August. */
export const settled = (publication: Publication = 'text'): EnterSettlement => ({
  type: 'EnterSettlement',
  origin: { kind: 'settlement', caseId: agreementId, docketNumber: 'CN-2025-0001' },
  parties,
  digest: 'ab'.repeat(32) as Sha256,
  agreedAt: at('2025-03-12T10:00:00Z'),
  ruleSetVersion: currentRuleSet.version,
  title: both('Understanding', '谅解'),
  obligations: [obligation('O1', US, '2025-09-30'), obligation('O2', CN, '2026-03-31')],
  publication,
});

export const terms = (changes: Partial<AgreementTerms> = {}): AgreementTerms => ({
  title: both('Agreement on soybeans', '大豆协议'),
  source: { citation: '2020 OJ 1', date: '2020-01-15' as IsoDate, url: 'https://example.org/agreement' },
  obligations: [obligation('O1', US, '2025-09-30')],
  firstReview: null,
  publication: 'text',
  ...changes,
});

const actor = (party: PartyCode, receivedAt: string) =>
  party === CN ? complainant(receivedAt) : respondent(receivedAt);

export const propose = (
  party: PartyCode,
  receivedAt: string,
  changes: Partial<AgreementTerms> = {},
): AgreementCommand => ({
  type: 'ProposeAgreement',
  ...actor(party, receivedAt),
  agreementId,
  parties,
  terms: terms(changes),
  ruleSetVersion: currentRuleSet.version,
});
export const sign = (
  party: PartyCode,
  receivedAt: string,
  digest: Sha256 = agreementDigest(agreementId, terms()),
): AgreementCommand => ({
  type: 'SignAgreement',
  ...actor(party, receivedAt),
  digest,
});
export const decline = (party: PartyCode, receivedAt: string): AgreementCommand => ({
  type: 'DeclineAgreement',
  ...actor(party, receivedAt),
});
export const report = (
  party: PartyCode,
  receivedAt: string,
  entries: Readonly<Record<string, GiveStatusReport['entries'][number]['says']>>,
  review = 1,
): AgreementCommand => ({
  type: 'GiveStatusReport',
  ...actor(party, receivedAt),
  review,
  entries: Object.entries(entries).map(([of, says]) => ({
    obligation: of,
    says,
    note: both('The draft is with the gazette.', '草案已送公报。'),
  })),
});
export const verify = (
  party: PartyCode,
  receivedAt: string,
  of = 'O1',
  verdict: 'verified' | 'refused' = 'verified',
  says: ReportedState = 'done',
): AgreementCommand => ({
  type: 'VerifyObligation',
  ...actor(party, receivedAt),
  obligation: of,
  says,
  verdict,
  note: both('Seen in the gazette.', '已见于公报。'),
});
/** What a co-head signs of an obligation as it stands. */
export const check = (
  party: PartyCode,
  receivedAt: string,
  state: AgreementState,
  finding: CheckFinding = 'as-reported',
  of = 'O1',
): AgreementCommand => {
  const agreement = state.status === 'in-force' ? state : undefined;
  const obligation = agreement?.obligations.find(({ terms: { id } }) => id === of);
  return {
    type: 'CheckJointly',
    by: `${party.toLowerCase()}-cohead` as PersonId,
    party,
    receivedAt: at(receivedAt),
    obligation: of,
    finding,
    digest: agreement && obligation ? checkDigest(obligation, agreement, finding) : ('0'.repeat(64) as Sha256),
  };
};
export const proposeDate = (party: PartyCode, receivedAt: string, date: string, of = 'O1'): AgreementCommand => ({
  type: 'ProposeDate',
  ...actor(party, receivedAt),
  obligation: of,
  date: date as IsoDate,
  reason: both('The gazette is late.', '公报延迟。'),
});
export const acceptDate = (party: PartyCode, receivedAt: string, date: string, of = 'O1'): AgreementCommand => ({
  type: 'AcceptDate',
  ...actor(party, receivedAt),
  obligation: of,
  date: date as IsoDate,
});
export const notice = (party: PartyCode, receivedAt: string, of = 'O1'): AgreementCommand => ({
  type: 'NoticeNonPerformance',
  ...actor(party, receivedAt),
  obligation: of,
  text: both('We have seen no gazette.', '我方未见公报。'),
});
export const expire = (deadlineId: string): AgreementCommand => ({ type: 'ExpireDeadline', deadlineId });
