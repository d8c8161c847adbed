import type { Bilingual } from '@parley/kernel';
import type { ClockId } from './clock-rule';

/**
 * Whose act a clock awaits. `side`: the party that the deadline's id names, such as `US` in `nomination:US:1`.
 * `other-side`: the one that it does not name, as for the challenge of that seat's member. `nominee`: one person.
 * `nobody`: it runs out by itself.
 */
export type OwedBy =
  | 'complainant'
  | 'respondent'
  | 'parties'
  | 'side'
  | 'other-side'
  | 'nominee'
  | 'registry'
  | 'panel'
  | 'coheads'
  | 'nobody';

/** What a clock awaits in words: `long-stop` and the like await nobody. */
const OWED: Readonly<Record<ClockId, OwedBy>> = {
  completeness: 'registry',
  cure: 'complainant',
  reply: 'respondent',
  consultations: 'parties',
  officials: 'parties',
  nomination: 'side',
  disclosure: 'nominee',
  challenge: 'other-side',
  'challenge-decision': 'coheads',
  'information-request': 'side',
  'expert-comments': 'parties',
  review: 'panel',
  'interim-comments': 'parties',
  findings: 'panel',
  'late-findings': 'panel',
  certification: 'coheads',
  'conciliation-answer': 'side',
  'settlement-window': 'parties',
  obligation: 'side',
  'status-report': 'side',
  'compliance-review': 'parties',
  dossier: 'coheads',
  translation: 'side',
  summary: 'side',
  'readers-decision': 'coheads',
  delivery: 'registry',
  retrieval: 'parties',
  'long-stop': 'nobody',
  consent: 'parties',
  suspension: 'nobody',
  'urgency-refusal': 'coheads',
  'urgency-confirmation': 'panel',
  'first-call': 'parties',
};

/** Whose act a clock awaits; of one of a later day, as of a time that nobody counted, either party's. */
export const owedBy = (clock: string): OwedBy => (isClock(clock) ? OWED[clock] : 'parties');

const isClock = (clock: string): clock is ClockId => Object.hasOwn(OWED, clock);

const WORDS: Readonly<Record<OwedBy, Bilingual>> = {
  complainant: { en: 'the complainant', 'zh-Hans': '申诉方' },
  respondent: { en: 'the respondent', 'zh-Hans': '被申诉方' },
  parties: { en: 'either party', 'zh-Hans': '双方当事方' },
  side: { en: 'the party named', 'zh-Hans': '所载当事方' },
  'other-side': { en: 'the other party', 'zh-Hans': '另一当事方' },
  nominee: { en: 'the nominee', 'zh-Hans': '被提名人' },
  registry: { en: 'the registry', 'zh-Hans': '登记处' },
  panel: { en: 'the panel', 'zh-Hans': '专家组' },
  coheads: { en: 'the co-heads', 'zh-Hans': '共同负责人' },
  nobody: { en: 'nobody; it runs out by itself', 'zh-Hans': '无须任何人行事，期满自行生效' },
};

/** Whose act is awaited, for people. */
export const owedByWords = (owed: OwedBy): Bilingual => WORDS[owed];
