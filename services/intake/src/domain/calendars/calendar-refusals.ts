import type { RefusalReason } from '@parley/kernel';

/** Why an act about a calendar is refused. */
export const calendarRefusals = {
  unknownCalendar: {
    code: 'calendar-not-found',
    rule: 'counting-time',
    status: 422,
    en: 'There is no calendar of this name; each party has one.',
    'zh-Hans': '没有该名称的历表；每一方各有一份历表。',
  },
  leavesGap: {
    code: 'calendar-year-leaves-gap',
    rule: 'counting-time',
    status: 422,
    en:
      'A published year is corrected, or the year after the last published one is announced; this ' +
      'one would leave a gap.',
    'zh-Hans': '只能更正已公布的年份，或公布最后已公布年份的下一年；该年份将造成空缺。',
  },
  outsideYear: {
    code: 'calendar-day-outside-year',
    rule: 'counting-time',
    status: 422,
    en: 'Each day lies in the year announced, or in the last days of December before it.',
    'zh-Hans': '每一日均须在所公布的年份之内，或在其前一年十二月的最后几日。',
  },
  contradicts: {
    code: 'calendar-days-contradict',
    rule: 'counting-time',
    status: 422,
    en: 'A day is off or worked and not both, and only Saturdays and Sundays are made working days.',
    'zh-Hans': '同一日不得既为休假日又为上班日；只有周六和周日可以定为上班日。',
  },
  sameAsInForce: {
    code: 'calendar-year-in-force',
    rule: 'counting-time',
    en: 'The calendar in force has this year with these very days.',
    'zh-Hans': '现行历表中该年份的日期与此完全相同。',
  },
  proposedAlready: {
    code: 'calendar-year-proposed',
    rule: 'I-04',
    en: 'This notice stands in the register already; the other side’s co-head signs it there.',
    'zh-Hans': '该通知已载入登记册；由另一方共同负责人在登记册中签署。',
  },
  unknownNotice: {
    code: 'calendar-notice-not-found',
    rule: 'counting-time',
    status: 404,
    en: 'No such notice was proposed.',
    'zh-Hans': '没有提出过该通知。',
  },
  noticeDigest: {
    code: 'calendar-notice-digest-differs',
    rule: 'I-04',
    status: 422,
    en: 'The signature names another digest than that of the notice; read it again and sign what it shows.',
    'zh-Hans': '签署所载摘要值与该通知不符；请重新查阅后签署。',
  },
  signedBySide: {
    code: 'calendar-notice-signed-by-your-side',
    rule: 'I-04',
    en: 'Your side’s co-head has signed this notice; it needs the other side’s.',
    'zh-Hans': '贵方共同负责人已签署该通知；尚需另一方共同负责人签署。',
  },
  announcedAlready: {
    code: 'calendar-notice-announced',
    rule: 'counting-time',
    en: 'This notice is announced already.',
    'zh-Hans': '该通知已公布。',
  },
} as const satisfies Record<string, RefusalReason>;
