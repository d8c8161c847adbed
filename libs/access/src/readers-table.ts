import type { PartyCode, PersonId, Role, Tier } from '@parley/kernel';
import type { Caller } from './caller';
import type { CaseAccess } from './case-access';
import { mayRead } from './readers';

const TIERS: readonly Tier[] = ['PUBLIC', 'PARTIES', 'PANEL', 'DELIBERATION', 'FILER', 'DESKS'];

const [FILER, OTHER] = ['US' as PartyCode, 'CN' as PartyCode];
const person = (id: string, party: PartyCode | null, ...roles: readonly Role[]): Caller => ({
  kind: 'person',
  personId: id as PersonId,
  party,
  roles,
});

const filed: CaseAccess = {
  stage: 'filed',
  parties: { complainant: FILER, respondent: OTHER },
  filer: FILER,
  nominated: ['seated', 'challenged'] as PersonId[],
  seated: ['seated'] as PersonId[],
  heard: ['heard'] as PersonId[],
};

const readers: readonly (readonly [string, Caller])[] = [
  ['anybody', { kind: 'public' }],
  ['desk of the filer', person('a', FILER, 'desk')],
  ['desk of the other party', person('b', OTHER, 'desk')],
  ['auditor of the filer', person('c', FILER, 'auditor')],
  ['auditor of the other party', person('d', OTHER, 'auditor')],
  ['registry officer of the filer', person('e', FILER, 'registry')],
  ['registry officer of the other party', person('i', OTHER, 'registry')],
  ['co-head of the filer', person('j', FILER, 'cohead')],
  ['co-head of the other party', person('f', OTHER, 'cohead')],
  ['panel member, seated and unchallenged', person('seated', FILER, 'panel')],
  ['panel member, nominated or challenged', person('challenged', OTHER, 'panel')],
  ['panel member of other cases', person('elsewhere', FILER, 'panel')],
  ['expert whom the panel asked', person('heard', null, 'expert')],
  ['third party that the panel admitted', person('heard', null, 'third-party')],
  ['conciliator whom a side picked', person('heard', null, 'conciliator')],
  ['operator', person('g', null, 'operator')],
  ['person of a side without a role', person('h', FILER)],
];

/**
 * The README's table of who reads what in a filed case, computed from the rule itself, so that the two cannot differ.
 */
export function readersTable(): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    row(['reader', ...TIERS]),
    row(['---', ...TIERS.map(() => '---')]),
    ...readers.map(([name, caller]) =>
      row([name, ...TIERS.map((tier) => (mayRead(tier, caller, filed) ? 'yes' : '–'))]),
    ),
  ].join('\n');
}
