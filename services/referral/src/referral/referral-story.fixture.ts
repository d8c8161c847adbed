import type { CaseParties, Instant, PartyCode, PersonId, Sha256 } from '@parley/kernel';
import { calendarArchive, clocksOn, currentRuleSet, type ClocksOf } from '@parley/procedure';
import { touchesBasis, type Assembly } from '../dossier/dossier.rules';
import type { DossierRequest } from '../dossier/request-faults.rules';
import type { Act, ReferralCommand } from './common-refusals.rules';
import type { ToldClaim, ToldFact } from './known-case.rules';
import { referralOf, type OwnReferral } from './referral-state.rules';
import { referralDecider, type ReferralEvent } from './referral.rules';
import { telling, type Tell } from './told-story.fixture';

/**
 * The pieces from which specs build the story of a referral: China against U.S. tariffs, as in DS633. Texts are
 * constructed.
 */
export const referralIn = (clocksOf: ClocksOf) =>
  telling<ReferralCommand, OwnReferral, ReferralEvent>({
    decider: referralDecider(clocksOf),
    stateOf: referralOf,
    effectOf: (fact) => (touchesBasis(fact) ? { type: 'NoteBasis', at: at('2025-02-05T09:00:00Z') } : undefined),
  });
export const decider = referralIn(clocksOn(calendarArchive().current('US', 'CN')));

export const [CN, US] = ['CN' as PartyCode, 'US' as PartyCode];
export const parties: CaseParties = { complainant: CN, respondent: US };
export const at = (instant: string): Instant => new Date(instant).toISOString() as Instant;
export const digest = (letter: string): Sha256 => letter.repeat(64) as Sha256;

const act = (by: string, party: PartyCode, receivedAt: string): Act => ({
  by: by as PersonId,
  party,
  receivedAt: at(receivedAt),
});
export const complainant = (receivedAt: string): Act => act('cn-desk-1', CN, receivedAt);
export const respondent = (receivedAt: string): Act => act('us-desk-1', US, receivedAt);
export const coHead = (party: PartyCode, receivedAt: string): Act => act(`${party}-cohead`, party, receivedAt);

/** What reaches a referral: an act, or a fact that another context tells. */
export type Said = ReferralCommand | Tell;

export const tell = (fact: ToldFact): Tell => ({ type: 'Tell', fact });

export const filed = tell({ kind: 'filed', parties });
export const registered = tell({
  kind: 'registered',
  docketNumber: 'CN-2025-0001',
  ruleSetVersion: currentRuleSet.version,
});
const claims: readonly ToldClaim[] = [
  { id: 'C1', measure: 'M1', agreement: 'GATT1994', provision: 'I:1' },
  { id: 'C2', measure: 'M1', agreement: 'GATT1994', provision: 'II:1' },
  { id: 'C3', measure: 'M2', agreement: 'SCM', provision: '3.1(b)' },
  { id: 'C4', measure: 'M2', agreement: 'GPA', provision: 'III' },
  { id: 'C5', measure: 'M2', agreement: 'USMCA', provision: '2' },
];
export const served = tell({ kind: 'grievance-served', measures: ['M1', 'M2'], claims });
/** Both parties agreed to have measures that the respondent complains of in the same case. */
export const joined = tell({
  kind: 'grievance-served',
  measures: ['M1', 'M2', 'M3'],
  claims: [...claims, { id: 'U1', measure: 'M3', agreement: 'GATT1994', provision: 'XI:1', claimant: 'respondent' }],
});
export const lapsed = tell({
  kind: 'screening-ended',
  outcome: 'lapsed',
  endedAt: at('2025-07-07T15:00:00Z'),
});
export const findings = tell({ kind: 'findings-issued', issuedAt: at('2025-06-20T15:00:00Z'), by: 'act' });
export const reopened = tell({ kind: 'screening-reopened', at: at('2025-08-01T09:00:00Z') });
export const setAside = tell({ kind: 'lapse-set-aside' });

export const request: DossierRequest = {
  forum: 'WTO',
  consultationProvisions: [
    { agreement: 'GATT1994', provision: 'XXII:1' },
    { agreement: 'DSU', provision: '4' },
  ],
  measures: ['M1'],
  claims: ['C1', 'C2'],
  furtherClaimsReserved: true,
  statement: [{ lang: 'en', text: 'We ask for an early date.', kind: 'original' }],
  availableEvidence: [],
};

export const exit = (receivedAt: string, by = complainant): ReferralCommand => ({
  type: 'GiveExitNotice',
  ...by(receivedAt),
});
export const ask = (receivedAt: string, changes: Partial<DossierRequest> = {}, by = complainant): ReferralCommand => ({
  type: 'RequestDossier',
  ...by(receivedAt),
  request: { ...request, ...changes },
});

/** The respondent's request about its own measure. */
export const askOfTheirs = (receivedAt: string, changes: Partial<DossierRequest> = {}): ReferralCommand =>
  ask(receivedAt, { measures: ['M3'], claims: ['U1'], ...changes }, respondent);

export const assembly: Assembly = {
  edition: '2026-1',
  basis: 'findings-final',
  digest: digest('d'),
  manifest512: digest('e'),
  inputs: digest('1'),
  files: 12,
  octets: 4096,
  withheld: 0,
};
export const assemble = (changes: Partial<Assembly> = {}, n = 1): ReferralCommand => ({
  type: 'RecordAssembly',
  n,
  assembly: { ...assembly, ...changes },
  at: at('2025-06-23T10:00:05Z'),
});
export const sign = (party: PartyCode, receivedAt: string, over = digest('d'), n = 1): ReferralCommand => ({
  type: 'SignDossier',
  ...coHead(party, receivedAt),
  n,
  digest: over,
});
export const expire = (n = 1): ReferralCommand => ({ type: 'ExpireDeadline', deadlineId: `dossier:${String(n)}` });
export const issue = (n = 1): ReferralCommand => ({ type: 'IssueDossier', n, digest: digest('9'), sizeBytes: 9_000 });
