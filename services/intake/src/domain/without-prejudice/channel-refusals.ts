import type { RefusalReason } from '@parley/kernel';

/** Every reason for which an act in the without-prejudice channel is refused. */
export const channelRefusals = {
  notAParty: {
    code: 'not-a-party',
    rule: 'I-45',
    status: 403,
    en: 'Only the desk of a party speaks in this channel.',
    'zh-Hans': '只有当事方的主管部门可在此渠道发言。',
  },
  notRegistered: {
    code: 'not-registered',
    rule: 'S4',
    en: 'The channel opens with the registration of the case.',
    'zh-Hans': '该渠道自案件登记时开放。',
  },
  channelFull: {
    code: 'channel-full',
    rule: 'I-45',
    en: 'A side makes 500 statements at most in one case; say the rest in a call.',
    'zh-Hans': '一方在一案中最多作出 500 项陈述；其余事项请通过通话说明。',
  },
  unknownStatement: {
    code: 'unknown-statement',
    rule: 'I-45',
    status: 404,
    en: 'There is no such statement in this case.',
    'zh-Hans': '本案中没有该项陈述。',
  },
  consentedAlready: {
    code: 'consented-already',
    rule: 'I-45',
    en: 'Your side has consented to lay this statement open; it is when the other does.',
    'zh-Hans': '贵方已同意公开该项陈述；待对方亦同意时即予公开。',
  },
  consentsForBoth: {
    code: 'consents-for-both',
    rule: 'I-05',
    status: 403,
    en: 'One person cannot consent for both sides.',
    'zh-Hans': '同一人不得代表双方表示同意。',
  },
  statementDigestDiffers: {
    code: 'statement-digest-differs',
    rule: 'I-45',
    status: 422,
    en: 'The consent names another digest than that of the statement; read it again and consent to what stands there.',
    'zh-Hans': '同意所载摘要值与该项陈述不符；请重新阅读并就现有文本表示同意。',
  },
} as const satisfies Record<string, RefusalReason>;
