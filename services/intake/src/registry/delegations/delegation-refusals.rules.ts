import type { RefusalReason } from '@parley/kernel';

/** Why the register of who speaks for a party stays as it is. */
export const delegationRefusals = {
  notOwnRegister: {
    code: 'not-own-register',
    rule: 'credentials',
    status: 403,
    en: 'Each side keeps the register of its own delegations.',
    'zh-Hans': '各方自行管理其授权登记。',
  },
  noHead: {
    code: 'no-head-of-delegation',
    rule: 'credentials',
    en:
      'No head of your side’s delegation is on record, and nobody else keeps the register: your co-head and an ' +
      'officer whom your side sent to the registry name the head together.',
    'zh-Hans':
      '贵方代表团尚无负责人登记在案，他人不得管理登记；须由贵方共同负责人与贵方派驻登记处的官员共同指定负责人。',
  },
  notTheHead: {
    code: 'not-the-head',
    rule: 'credentials',
    status: 403,
    en: 'The register is kept by the head of your side’s delegation; ask the head to record this.',
    'zh-Hans': '授权登记由贵方代表团负责人管理；请由负责人办理。',
  },
  headInForce: {
    code: 'head-in-force',
    rule: 'credentials',
    en: 'There is a head of delegation, who records others; if the head is lost, name the delegation to be replaced.',
    'zh-Hans': '代表团已有负责人，由其登记其他人员；负责人无法履职时，请指明被取代的授权。',
  },
  namesItself: {
    code: 'head-names-itself',
    rule: 'credentials',
    status: 422,
    en: 'The head is another person than the two who name the head; name somebody of your desk.',
    'zh-Hans': '负责人不得由指定人自任；请指定贵方主管部门的其他人员。',
  },
  namedAlready: {
    code: 'head-named-already',
    rule: 'credentials',
    en: 'Your office has named this head; it takes effect when the other of the two names the same.',
    'zh-Hans': '贵职位已指定该负责人；待另一方指定同一人选后生效。',
  },
  delegatedAlready: {
    code: 'delegated-already',
    rule: 'credentials',
    en: 'The person has a delegation that is not over; end or replace that one.',
    'zh-Hans': '该人员已有尚未终止的授权；请先予终止或以新授权取代。',
  },
  backdated: {
    code: 'delegation-backdated',
    rule: 'credentials',
    status: 422,
    en: 'A delegation begins when it is recorded, or later.',
    'zh-Hans': '授权自登记之时或之后开始。',
  },
  unknownDelegation: {
    code: 'unknown-delegation',
    rule: 'credentials',
    status: 404,
    en: 'There is no such delegation in this register.',
    'zh-Hans': '登记中没有该项授权。',
  },
  endedAlready: {
    code: 'delegation-ended-already',
    rule: 'credentials',
    en: 'This delegation has an end already.',
    'zh-Hans': '该项授权已有终止时间。',
  },
  lastOfItsOffice: {
    code: 'last-of-its-office',
    rule: 'credentials',
    en:
      'Your side would be left without a head of delegation, a co-head or an officer of the registry, and could not ' +
      'recover; record another in this one’s place.',
    'zh-Hans': '贵方将缺少代表团负责人、共同负责人或登记处官员，且无法恢复；请登记另一人以取代之。',
  },
  registerFull: {
    code: 'register-full',
    rule: 'credentials',
    en: 'A side has 200 delegations at most that are not over; end one first.',
    'zh-Hans': '一方尚未终止的授权最多 200 项；请先终止其中一项。',
  },
} as const satisfies Record<string, RefusalReason>;
