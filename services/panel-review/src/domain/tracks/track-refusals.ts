import type { RefusalReason } from '@parley/kernel';

/** Refusals about the panel's word on the urgency of a case. */
export const trackRefusals = {
  notUrgent: {
    code: 'not-on-urgent-track',
    rule: 'urgent',
    en: 'The case is not on the urgent track.',
    'zh-Hans': '本案未适用紧急程序。',
  },
  urgencyDecided: {
    code: 'urgency-decided',
    rule: 'urgent',
    en: 'The panel has decided on the urgency of the case.',
    'zh-Hans': '专家组已就本案的紧急性作出决定。',
  },
  urgencyTooLate: {
    code: 'urgency-out-of-time',
    rule: 'I-25',
    en: 'The time to confirm or refuse the urgency has passed; the track stands.',
    'zh-Hans': '确认或拒绝紧急程序的期限已过；紧急程序继续适用。',
  },
} as const satisfies Record<string, RefusalReason>;
