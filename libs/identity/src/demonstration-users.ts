import { type IssuerName, personIdOf, SECRETARIAT } from '@parley/auth';
import type { Bilingual, PartyCode, PersonId, Role } from '@parley/kernel';

/** Somebody of the demonstration: invented, as is every name. */
export interface DemonstrationUser {
  /** The person's id, and the name by which a token is asked for. */
  readonly id: PersonId;
  /** The token's `sub`, which only its issuer makes an id. */
  readonly subject: string;
  /** Whose issuer vouches for the person. */
  readonly of: IssuerName;
  readonly roles: readonly Role[];
  readonly name: Bilingual;
}

/**
 * The offices of each side, by their subjects. The last one holds a panelist's role, is on no roster and in
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

/** Whom neither side appointed. */
const NOBODYS: readonly (readonly [string, readonly Role[], Bilingual])[] = [
  ['operator', ['operator'], { en: 'Operator', 'zh-Hans': '系统运行员' }],
  ['expert', ['expert'], { en: 'Expert', 'zh-Hans': '专家' }],
  ['expert-2', ['expert'], { en: 'Second expert', 'zh-Hans': '第二名专家' }],
  ['third-party', ['third-party'], { en: 'Third party', 'zh-Hans': '第三方' }],
  ['conciliator', ['conciliator'], { en: 'Conciliator', 'zh-Hans': '调解员' }],
  ['conciliator-2', ['conciliator'], { en: 'Second conciliator', 'zh-Hans': '第二名调解员' }],
];

/**
 * Everybody of the demonstration: for each party the same offices, and an operator, two experts, a third party and two
 * conciliators whom neither appointed.
 */
export const demonstrationUsers = (
  parties: readonly { readonly code: PartyCode; readonly name: Bilingual }[],
): readonly DemonstrationUser[] => [
  ...parties.flatMap(({ code, name }) =>
    SIDE.map(([subject, roles, title]) => ({
      ...{ id: personIdOf(code, subject), subject, of: code, roles },
      name: { en: `${title.en} (${name.en})`, 'zh-Hans': `${title['zh-Hans']}（${name['zh-Hans']}）` },
    })),
  ),
  ...NOBODYS.map(([subject, roles, name]) => ({
    ...{ id: personIdOf(SECRETARIAT, subject), subject, of: SECRETARIAT, roles, name },
  })),
];

/** The ids of a side's eligible panelists, in the order of its roster. */
export const demonstrationRoster = (party: PartyCode): readonly PersonId[] =>
  SIDE.flatMap(([office]) => (office.startsWith('panel-') ? [personIdOf(party, office)] : []));
