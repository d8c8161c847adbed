import type { Bilingual, Language, Role, Side } from '@parley/kernel';
import { ACTS_IN_CHINESE } from './acts-in-chinese.data';

/**
 * Which desk may do an act, where the case decides this and not the side: the desk of a party with claims of its own in
 * the case, or the desk of the party that asked for the dossier.
 */
export type Whose = 'complaining' | 'applicant';

/** An act as the API's document declares it. */
export interface DeclaredAct {
  /** Method and path: `POST /v1/cases/{caseId}/reply`. */
  readonly act: string;
  /** What it does, in a few words. */
  readonly what: string;
  readonly as: readonly Role[];
  /** The side whose desk may do it; either when left out. */
  readonly side?: Side;
  /** Whose desk may do it, where the case itself decides this. */
  readonly whose?: Whose;
  /** The rule that gives it to these roles. */
  readonly rule: string;
  /** Codes of the refusals by which the rules of procedure say when it may not be done. */
  readonly refusals: readonly string[];
}

const say = (en: string, zh: string): Bilingual => ({ en, 'zh-Hans': zh });

const HEADINGS = [
  ...[say('act', '行为'), say('what', '内容'), say('who', '何人')],
  ...[say('by', '依据'), say('not when', '何时不得')],
];

const ROLES: Readonly<Record<Role, Bilingual>> = {
  desk: say('desk', '主管部门'),
  registry: say('registry', '登记处'),
  panel: say('panel member', '专家组成员'),
  cohead: say('co-head', '共同负责人'),
  auditor: say('auditor', '审计人员'),
  operator: say('operator', '运维人员'),
  expert: say('expert', '专家'),
  'third-party': say('third party', '第三方'),
  conciliator: say('conciliator', '调解员'),
};

/**
 * The table in ACTS.md: who may do what, and by which refusals the rules say when not, in the order of the paths.
 * @param lang of its words; rules and the codes of refusals are of none
 */
export function actsTable(acts: readonly DeclaredAct[], lang: Language): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const ordered = acts.toSorted((one, other) => (pathOf(one) < pathOf(other) ? -1 : 1));
  const what = (each: DeclaredAct): string => (lang === 'en' ? each.what : (ACTS_IN_CHINESE[each.act] ?? ''));
  return [
    row(HEADINGS.map((heading) => heading[lang])),
    row(HEADINGS.map(() => '---')),
    ...ordered.map((each) =>
      row([`\`${each.act}\``, what(each), whoMay(each, lang), each.rule, each.refusals.toSorted().join(', ') || '–']),
    ),
  ].join('\n');
}

const pathOf = ({ act }: DeclaredAct): string => act.split(' ').toReversed().join(' ');

const DESKS: Readonly<Record<Side | Whose, Bilingual>> = {
  complainant: say('desk of the complainant', '申诉方主管部门'),
  respondent: say('desk of the respondent', '被申诉方主管部门'),
  complaining: say('desk of a side with claims of its own', '有自己主张的一方的主管部门'),
  applicant: say('desk of the side that asked for it', '请求该卷宗的一方的主管部门'),
};

function whoMay({ as, side, whose }: DeclaredAct, lang: Language): string {
  const desk = whose ?? side;
  const named = as.map((role) => (role === 'desk' && desk !== undefined ? DESKS[desk] : ROLES[role])[lang]);
  return named.join(lang === 'en' ? ', ' : '、');
}
