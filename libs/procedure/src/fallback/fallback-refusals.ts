import type { RefusalReason } from '@parley/kernel';

/** Why an act that came by another channel is not entered. */
export const fallbackRefusals = {
  cameInFuture: {
    code: 'fallback-receipt-in-the-future',
    rule: 'I-61',
    status: 422,
    en: 'What is entered came before it is entered; `cameAt` lies in the past.',
    'zh-Hans': '补录的文件须在补录之前收到；`cameAt` 应为过去的时刻。',
  },
  cameBeforeItsTime: {
    code: 'fallback-receipt-before-its-time',
    rule: 'I-61',
    status: 422,
    en: 'It cannot have come before its time had begun. Check `cameAt`, and what it answers.',
    'zh-Hans': '该文件不可能在其期限起算之前收到。请核对 `cameAt` 及其所答复的事项。',
  },
  cameTooLate: {
    code: 'fallback-receipt-out-of-time',
    rule: 'I-19',
    en:
      'It came after the time had ended, so it sets nothing aside. Send it as a letter, so that it is on ' +
      'record, or agree with the other side.',
    'zh-Hans': '收到时期限已届满，不能撤销任何后果。可以函件提交，以载入记录，或与对方商定。',
  },
  nothingAwaited: {
    code: 'fallback-nothing-awaited',
    rule: 'I-19',
    en: 'No such act is awaited, and no default stands in its place. Send it as a letter, or do it as an act of today.',
    'zh-Hans': '目前并不等待此项行为，也没有代替此项行为的缺省后果。可以函件提交，或作为当日行为为之。',
  },
  overtaken: {
    code: 'fallback-overtaken',
    rule: 'I-19',
    en:
      'A later step stands that cannot be undone any more, so the default that it rests on stands too. ' +
      'Send it as a letter, so that it is on record.',
    'zh-Hans': '其后步骤已无法撤销，其所依据的缺省后果亦继续有效。可以函件提交，以载入记录。',
  },
} as const satisfies Record<string, RefusalReason>;

/** Refusals of a route that takes several kinds of act. */
export const entryRefusals = {
  notOneAct: {
    code: 'fallback-not-one-act',
    rule: 'I-61',
    status: 422,
    en: 'An entry holds one act, and no more.',
    'zh-Hans': '一次补录载有且仅载有一项行为。',
  },
} as const satisfies Record<string, RefusalReason>;

/** Whose act an entry may hold. */
export const actorRefusals = {
  notAPartyOfEntry: {
    code: 'entry-of-no-party',
    rule: 'I-61',
    status: 422,
    en: 'What is entered is the act of one of the two sides.',
    'zh-Hans': '补录的须为双方之一的行为。',
  },
  entersOwnAct: {
    code: 'enters-own-act',
    rule: 'I-05',
    status: 403,
    en: 'The registry’s officer enters the acts of others, and none of their own.',
    'zh-Hans': '登记处官员补录他人的行为，不得补录自己的行为。',
  },
} as const satisfies Record<string, RefusalReason>;
