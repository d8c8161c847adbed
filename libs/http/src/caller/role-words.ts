import type { Bilingual, Role } from '@parley/kernel';

const WORDS: Readonly<Record<Role, readonly [en: string, zh: string]>> = {
  desk: ['a desk', '主管部门'],
  registry: ['an officer of the registry', '登记处官员'],
  panel: ['a member of the panel', '专家组成员'],
  cohead: ['a co-head', '共同负责人'],
  auditor: ['an auditor', '审计人'],
  operator: ['the operator', '系统运维人员'],
  expert: ['an expert', '专家'],
  'third-party': ['a third party', '第三方'],
  conciliator: ['a conciliator', '调解员'],
};

/** Those who may do something, in a sentence: `a desk or an auditor`. */
export const whoMay = (roles: readonly Role[]): Bilingual => ({
  en: new Intl.ListFormat('en', { type: 'disjunction' }).format(roles.map((role) => WORDS[role][0])),
  'zh-Hans': new Intl.ListFormat('zh-Hans', { type: 'disjunction' }).format(roles.map((role) => WORDS[role][1])),
});
