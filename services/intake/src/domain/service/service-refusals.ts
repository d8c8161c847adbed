import type { RefusalReason } from '@parley/kernel';

/** Why an act of service is refused. */
export const serviceRefusals = {
  unknownNotice: {
    code: 'notice-not-found',
    rule: 'I-58',
    status: 404,
    en: 'No such notice was served on you.',
    'zh-Hans': '没有向您送达该通知。',
  },
  alreadyRetrieved: {
    code: 'notice-already-retrieved',
    rule: 'I-58',
    en: 'Your side has retrieved this notice already; the record names who did and when. Read it again at any time.',
    'zh-Hans': '贵方已领取该通知，领取人与时间已载入记录；可随时再次查阅。',
  },
  retrievalPending: {
    code: 'retrieval-time-just-over',
    rule: 'I-58',
    en:
      'The time for retrieving it has just ended, and that is not on record yet. It comes first; ' +
      'try again in a minute.',
    'zh-Hans': '领取期限刚刚届满，尚未载入记录，须先行载入；请一分钟后重试。',
  },
  servedTooOften: {
    code: 'notice-served-too-often',
    rule: 'I-59',
    en: 'A notice is served again 20 times at most. It counts from its first service; tell the party by another way.',
    'zh-Hans': '同一通知最多再次送达 20 次，期限自首次送达起算；请以其他方式告知该方。',
  },
  unknownCode: {
    code: 'verification-code-unknown',
    rule: 'I-58',
    status: 404,
    en:
      'Nothing that the registry has served bears this code. Check it letter by letter; else the sheet ' +
      'is not the registry’s.',
    'zh-Hans': '登记处送达的文件中没有此验证码。请逐字核对；如仍不符，则该页并非登记处所发。',
  },
  rangeInverted: {
    code: 'range-ends-before-it-begins',
    rule: 'I-60',
    status: 422,
    en: 'The range ends before it begins; `to` lies behind `from`.',
    'zh-Hans': '时间范围的终点早于起点；`to` 须晚于 `from`。',
  },
  rangeTooLong: {
    code: 'range-too-long',
    rule: 'I-60',
    status: 422,
    en: 'A range is 366 days long at most; ask for several, one after another.',
    'zh-Hans': '时间范围最长 366 日；请依次分段查询。',
  },
  tooManyServed: {
    code: 'too-many-served',
    rule: 'I-60',
    status: 422,
    en: 'More than 5,000 notices were sent in this range; ask for shorter ones, one after another.',
    'zh-Hans': '该时间范围内发出的通知超过 5,000 件；请依次缩短范围查询。',
  },
} as const satisfies Record<string, RefusalReason>;
