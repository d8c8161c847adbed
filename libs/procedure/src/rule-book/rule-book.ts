import type { Bilingual } from '@parley/kernel';
import { ACCESS_AND_SECRECY } from './access-and-secrecy.data';
import { ARTICLES } from './articles.data';
import { BETTER_CASE_ALONE_HOUSE } from './better-case-alone-house.data';
import { BETTER_CASE_ALONE_SIDES } from './better-case-alone-sides.data';
import { CLOCKS_AND_PROGRESSION } from './clocks-and-progression.data';
import { EVIDENCE_AND_RECORD } from './evidence-and-record.data';
import { FILING } from './filing.data';
import { PANEL_INTEGRITY } from './panel-integrity.data';
import { PARITY } from './parity.data';
import { PUBLICATION } from './publication.data';
import type { GlossaryEntry, RuleTexts } from './rule-texts';
import { RULES_OF_LATE_ACTS } from './rules-of-late-acts.data';
import { RULES_OF_SPEAKING } from './rules-of-speaking.data';
import { RULES_OF_TIME } from './rules-of-time.data';
import { SERVICE_AND_COMPLETENESS } from './service-and-completeness.data';
import { SETTLEMENT_AND_REFERRAL } from './settlement-and-referral.data';
import { STAGES_AFTER_FINDINGS } from './stages-after-findings.data';
import { STAGES_OF_THE_PANEL } from './stages-of-the-panel.data';
import { STAGES_TO_CONSULTATIONS } from './stages-to-consultations.data';
import { WORDS_OF_A_CASE } from './words-of-a-case.data';
import { WORDS_OF_PANEL_AND_TIME } from './words-of-panel-and-time.data';
import { WORDS_OF_THE_WAY } from './words-of-the-way.data';

/** The invariants, by number, each a sentence that a test can break. */
export const INVARIANTS = {
  ...PARITY,
  ...PANEL_INTEGRITY,
  ...CLOCKS_AND_PROGRESSION,
  ...FILING,
  ...EVIDENCE_AND_RECORD,
  ...ACCESS_AND_SECRECY,
  ...SETTLEMENT_AND_REFERRAL,
  ...PUBLICATION,
  ...SERVICE_AND_COMPLETENESS,
  ...BETTER_CASE_ALONE_SIDES,
  ...BETTER_CASE_ALONE_HOUSE,
} as const satisfies Readonly<Record<string, RuleTexts>>;

export type InvariantId = keyof typeof INVARIANTS;

/** A part of the rules, in the order in which they are read. */
export interface RulePart {
  readonly part: string;
  readonly title: Bilingual;
  /** By number or name, as they are quoted. */
  readonly rules: Readonly<Record<string, RuleTexts>>;
}

const part = (id: string, en: string, zh: string, ...rules: readonly RulePart['rules'][]): RulePart => ({
  part: id,
  title: { en, 'zh-Hans': zh },
  rules: Object.assign({}, ...rules) as RulePart['rules'],
});

export const RULE_PARTS: readonly RulePart[] = [
  part('stages', 'Stages', '阶段', STAGES_TO_CONSULTATIONS, STAGES_OF_THE_PANEL, STAGES_AFTER_FINDINGS),
  part('time', 'Time and tracks', '时间与程序类型', RULES_OF_TIME),
  part('speaking', 'Who speaks, to whom and how', '代表、收件与语言', RULES_OF_SPEAKING),
  part('late-acts', 'What came late, and what was not one’s own', '补录与否认', RULES_OF_LATE_ACTS),
  part('parity', 'Parity', '对等', PARITY),
  part('panel-integrity', 'Integrity of the panel', '专家组的公正', PANEL_INTEGRITY),
  part('clocks', 'Clocks and progression', '期限与进程', CLOCKS_AND_PROGRESSION),
  part('filing', 'Filing', '提交申诉', FILING),
  part('evidence', 'Evidence and record', '证据与记录', EVIDENCE_AND_RECORD),
  part('access', 'Access and secrecy', '阅览与保密', ACCESS_AND_SECRECY),
  part('settlement', 'Settlement, referral, compliance', '和解、移送与履行', SETTLEMENT_AND_REFERRAL),
  part('publication', 'Publication', '公布', PUBLICATION),
  part('completeness', 'Service and completeness', '送达与完整', SERVICE_AND_COMPLETENESS),
  part(
    'better-case',
    'Against winning without the better case',
    '防止以非实体优势取胜',
    BETTER_CASE_ALONE_SIDES,
    BETTER_CASE_ALONE_HOUSE,
  ),
  part('articles', 'Articles of other agreements', '其他协定的条款', ARTICLES),
];

/** A rule as it is quoted, with its texts and its part. */
export interface BookRule extends RuleTexts {
  readonly rule: string;
  readonly part: string;
}

/** Every rule that has a page, in the order of the parts. */
export const BOOK_RULES: readonly BookRule[] = RULE_PARTS.flatMap(({ part: of, rules }) =>
  Object.entries(rules).map(([rule, texts]) => ({ rule, part: of, ...texts })),
);

/** Every word of the glossary. */
export const GLOSSARY: readonly GlossaryEntry[] = [...WORDS_OF_A_CASE, ...WORDS_OF_PANEL_AND_TIME, ...WORDS_OF_THE_WAY];

/** A rule in an address: names of several words are joined by dashes. */
const asAddressed = (rule: string): string => rule.replaceAll(/[ ,]+/g, '-');

/** The path of the page of a rule, as it is quoted. */
export const rulePath = (rule: string): string => `/rules/${encodeURIComponent(asAddressed(rule))}`;

/** The path of the page of a version of the rules. */
export const rulesOfVersionPath = (version: string): string => `/rules/versions/${encodeURIComponent(version)}`;

/** The path of the page of a problem. */
export const problemPath = (code: string): string => `/problems/${encodeURIComponent(code)}`;

const byAddress = new Map(BOOK_RULES.map((each) => [asAddressed(each.rule).toLowerCase(), each]));

/** The rule that is quoted or addressed so; `undefined` when there is none. */
export const ruleNamed = (name: string): BookRule | undefined => byAddress.get(asAddressed(name).toLowerCase());

/** Where a text quotes an invariant or a stage. */
export const QUOTED_RULE = /\b(?:I-\d\d|S\d{1,2}b?)\b/g;
