import type { CaseId, Instant, IsoDate, PartyCode, Sha256, Text } from '@parley/kernel';
import { calendarArchive, clocksOn, currentRuleSet, type ClocksOf } from '@parley/procedure';
import type { ObligationTerms } from '../compliance/verification.rules';
import { at, CN, complainant, parties, respondent, tell, US } from '../referral/referral-story.fixture';
import {
  settlementDigest,
  settlementOf,
  type OwnSettlement,
  type SettlementCommand,
  type SettlementText,
} from './settlement-region.rules';
import { touchesSettlement } from './note-screening.rules';
import type { SettlementEvent } from './settlement-refusals.rules';
import { settlementDecider } from './settlement.rules';
import { telling, type Tell } from '../referral/told-story.fixture';

/** The pieces from which specs build the story of a settlement. Texts are constructed. */
export const clocksOf = clocksOn(calendarArchive().current('US', 'CN'));
export const settlementIn = (clocks: ClocksOf) =>
  telling<SettlementCommand, OwnSettlement, SettlementEvent>({
    decider: settlementDecider(clocks),
    stateOf: settlementOf,
    effectOf: (fact) => (touchesSettlement(fact) ? { type: 'NoteScreening' } : undefined),
  });
export const decider = settlementIn(clocksOf);

/** What reaches a settlement: an act, or a fact that another context tells. */
export type Said = SettlementCommand | Tell;

export const caseId = '5f0c1a52-6a1e-8a3b-9c4d-0123456789ab' as CaseId;

export const both = (en: string, zh: string): readonly Text[] => [
  { lang: 'en', text: en, kind: 'authentic' },
  { lang: 'zh-Hans', text: zh, kind: 'authentic' },
];

export const obligation = (id: string, owner: PartyCode, date: string): ObligationTerms => ({
  id,
  owner,
  date: date as IsoDate,
  what: both('Publish the amended schedule.', '公布修订后的税目表。'),
  check: both('It is in the official gazette.', '载于官方公报。'),
});

export const text = (changes: Partial<SettlementText> = {}): SettlementText => ({
  title: both('Understanding', '谅解'),
  text: both('The parties agree as follows.', '双方达成如下一致。'),
  obligations: [obligation('O1', US, '2025-09-30'), obligation('O2', CN, '2026-03-31')],
  publication: 'text',
  ...changes,
});

export const LONG_STOP = '2025-07-07T15:00:00.000Z' as Instant;
export const filed = tell({ kind: 'filed', parties });
export const registered = tell({
  kind: 'registered',
  docketNumber: 'CN-2025-0001',
  ruleSetVersion: currentRuleSet.version,
  longStop: LONG_STOP,
});
export const findings = tell({ kind: 'findings-issued', issuedAt: at('2025-06-20T10:00:00Z'), by: 'act' });
/** After both parties had reopened the screening. */
export const foundAnew = tell({ kind: 'findings-issued', issuedAt: at('2025-07-02T10:00:00Z'), by: 'act' });
export const ended = (outcome: string, endedAt: string): Tell =>
  tell({ kind: 'screening-ended', outcome, endedAt: at(endedAt) });
export const setAside = tell({ kind: 'lapse-set-aside' });
export const reopened = tell({ kind: 'screening-reopened', at: at('2025-06-30T09:00:00Z') });

const actor = (party: PartyCode, receivedAt: string) =>
  party === CN ? complainant(receivedAt) : respondent(receivedAt);

export const propose = (party: PartyCode, receivedAt: string): SettlementCommand => ({
  type: 'ProposeConciliation',
  ...actor(party, receivedAt),
});
export const acceptOf = (party: PartyCode, receivedAt: string, n = 1): SettlementCommand => ({
  type: 'AcceptConciliation',
  ...actor(party, receivedAt),
  n,
});
export const breakOff = (party: PartyCode, receivedAt: string, n = 1): SettlementCommand => ({
  type: 'BreakOffConciliation',
  ...actor(party, receivedAt),
  n,
});
export const table = (
  party: PartyCode,
  receivedAt: string,
  changes: Partial<SettlementText> = {},
): SettlementCommand => ({
  type: 'TableText',
  ...actor(party, receivedAt),
  caseId,
  text: text(changes),
});
export const sign = (
  party: PartyCode,
  receivedAt: string,
  n = 1,
  digest: Sha256 = settlementDigest(caseId, text()),
): SettlementCommand => ({
  type: 'SignText',
  ...actor(party, receivedAt),
  n,
  digest,
});
export const expire = (deadlineId: string): SettlementCommand => ({ type: 'ExpireDeadline', deadlineId });
