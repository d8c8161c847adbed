import type { Bilingual, Role } from '@parley/kernel';

/**
 * Somebody of the demonstration: invented, as is every name. The id is the client id, the token's `sub` and the
 * person's id.
 */
export interface DemonstrationUser {
  readonly id: string;
  /** Code of the appointing side; absent for a person whom neither appointed. */
  readonly party?: string;
  readonly roles: readonly Role[];
  readonly name: Bilingual;
}

/**
 * The offices of each side, by the end of the user's id. The last one holds a panelist's role, is on no roster and in
 * no case.
 */
const SIDE: readonly (readonly [string, readonly Role[], Bilingual])[] = [
  ['desk', ['desk'], { en: 'Desk officer', 'zh-Hans': '当事方事务官' }],
  ['desk-2', ['desk'], { en: 'Second desk officer', 'zh-Hans': '当事方第二事务官' }],
  ['registry', ['registry'], { en: 'Registry officer', 'zh-Hans': '登记官' }],
  ['panel-1', ['panel'], { en: 'Panelist one', 'zh-Hans': '专家组成员一' }],
  ['panel-2', ['panel'], { en: 'Panelist two', 'zh-Hans': '专家组成员二' }],
  ['panel-3', ['panel'], { en: 'Panelist three', 'zh-Hans': '专家组成员三' }],
  ['panel-4', ['panel'], { en: 'Panelist four', 'zh-Hans': '专家组成员四' }],
  ['panel-5', ['panel'], { en: 'Panelist five', 'zh-Hans': '专家组成员五' }],
  ['panel-6', ['panel'], { en: 'Panelist six', 'zh-Hans': '专家组成员六' }],
  ['cohead', ['cohead'], { en: 'Co-head', 'zh-Hans': '共同负责人' }],
  ['auditor', ['auditor'], { en: 'Auditor', 'zh-Hans': '审计员' }],
  ['outsider', ['panel'], { en: 'Panelist of no case', 'zh-Hans': '未参与任何案件的专家' }],
];

/**
 * Everybody of the demonstration: for each party the same offices, and an operator, two experts, a third party and two
 * conciliators whom neither appointed.
 */
export const demonstrationUsers = (
  parties: readonly { readonly code: string; readonly name: Bilingual }[],
): readonly DemonstrationUser[] => [
  ...parties.flatMap(({ code, name }) =>
    SIDE.map(([office, roles, title]) => ({
      id: `${code.toLowerCase()}-${office}`,
      party: code,
      roles,
      name: { en: `${title.en} (${name.en})`, 'zh-Hans': `${title['zh-Hans']}（${name['zh-Hans']}）` },
    })),
  ),
  { id: 'operator', roles: ['operator'], name: { en: 'Operator', 'zh-Hans': '系统运行员' } },
  { id: 'expert', roles: ['expert'], name: { en: 'Expert', 'zh-Hans': '专家' } },
  { id: 'expert-2', roles: ['expert'], name: { en: 'Second expert', 'zh-Hans': '第二名专家' } },
  { id: 'third-party', roles: ['third-party'], name: { en: 'Third party', 'zh-Hans': '第三方' } },
  { id: 'conciliator', roles: ['conciliator'], name: { en: 'Conciliator', 'zh-Hans': '调解员' } },
  { id: 'conciliator-2', roles: ['conciliator'], name: { en: 'Second conciliator', 'zh-Hans': '第二名调解员' } },
];

/** The ids of a side's eligible panelists, in the order of its roster. */
export const demonstrationRoster = (party: string): readonly string[] =>
  SIDE.flatMap(([office]) => (office.startsWith('panel-') ? [`${party.toLowerCase()}-${office}`] : []));
