import type { RefusalReason } from '@parley/kernel';

/** Why a calendar feed is refused. */
export const agendaRefusals = {
  feedEnded: {
    code: 'feed-ended',
    rule: 'I-43',
    status: 403,
    en: 'This feed is past its time, or was ended; ask for another one and put its address into your calendar.',
    'zh-Hans': '该日历订阅已过期或已终止；请重新获取并更新日历中的地址。',
  },
  otherFeed: {
    code: 'feed-token-of-another-feed',
    rule: 'I-43',
    status: 403,
    en: 'The token was given for another feed; ask for one for this.',
    'zh-Hans': '该令牌属于另一日历订阅；请为本订阅另行获取。',
  },
} as const satisfies Record<string, RefusalReason>;
