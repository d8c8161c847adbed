import { twoCapacitiesInCase, type RefusalReason } from '@parley/kernel';

/** Why access is refused. */
export const refusals = {
  twoCapacities: {
    code: 'two-capacities',
    rule: 'I-05',
    status: 403,
    en:
      'One person cannot be two of party, registry, panel, co-head, expert and third party; this token ' +
      'claims more than one, so it acts in none of them.',
    'zh-Hans':
      '同一人不得兼任当事方、登记处、专家组成员、共同负责人、专家和第三方中的两种身份；此令牌声明了多种身份，因此不得以其中任何一种行事。',
  },
  twoCapacitiesInCase,
  delegationNotInForce: {
    code: 'delegation-not-in-force',
    rule: 'credentials',
    status: 403,
    en:
      'Your side has a register of delegations, and none of yours for this office is in force; the head of your ' +
      'side’s delegation can record one.',
    'zh-Hans': '贵方已设授权登记，而您以此职位行事的授权不在有效期内；贵方代表团负责人可予登记。',
  },
  notFound: {
    code: 'not-found',
    rule: 'I-43',
    status: 404,
    en: 'There is no such thing, or it is not yours to know of.',
    'zh-Hans': '所请求的事项不存在，或您无权知悉。',
  },
  notYourRole: {
    code: 'not-your-role',
    rule: 'I-43',
    status: 403,
    en: 'You may see this case, but this act belongs to another role.',
    'zh-Hans': '您可以查阅本案，但此项行为由其他角色行使。',
  },
  notYourSide: {
    code: 'not-your-side',
    rule: 'I-43',
    status: 403,
    en: 'This act belongs to the other party of the case.',
    'zh-Hans': '此项行为由本案另一当事方行使。',
  },
} as const satisfies Record<string, RefusalReason>;
