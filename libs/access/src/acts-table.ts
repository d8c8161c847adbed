import type { Role, Side } from '@parley/kernel';

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

const ROLES: Readonly<Record<Role, string>> = {
  desk: 'desk',
  registry: 'registry',
  panel: 'panel member',
  cohead: 'co-head',
  auditor: 'auditor',
  operator: 'operator',
  expert: 'expert',
  'third-party': 'third party',
  conciliator: 'conciliator',
};

/** The table in ACTS.md: who may do what, and by which refusals the rules say when not, in the order of the paths. */
export function actsTable(acts: readonly DeclaredAct[]): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const ordered = acts.toSorted((one, other) => (pathOf(one) < pathOf(other) ? -1 : 1));
  return [
    row(['act', 'what', 'who', 'by', 'not when']),
    row(['---', '---', '---', '---', '---']),
    ...ordered.map((each) =>
      row([`\`${each.act}\``, each.what, whoMay(each), each.rule, each.refusals.toSorted().join(', ') || '–']),
    ),
  ].join('\n');
}

const pathOf = ({ act }: DeclaredAct): string => act.split(' ').toReversed().join(' ');

const DESKS: Readonly<Record<Side | Whose, string>> = {
  complainant: 'desk of the complainant',
  respondent: 'desk of the respondent',
  complaining: 'desk of a side with claims of its own',
  applicant: 'desk of the side that asked for it',
};

function whoMay({ as, side, whose }: DeclaredAct): string {
  const desk = whose ?? side;
  return as.map((role) => (role === 'desk' && desk !== undefined ? DESKS[desk] : ROLES[role])).join(', ');
}
