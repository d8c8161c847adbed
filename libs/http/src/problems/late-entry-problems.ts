import type { ProblemKind } from './problem-kind';

/** What is said of an act that may not be entered late (I-67). */
export const lateEntryProblems = {
  enteredByAuthorAlone: {
    code: 'entered-by-its-author-alone',
    status: 422,
    title: { en: 'Entered by its author alone', 'zh-Hans': '须由行为人本人录入' },
    rule: 'I-67',
    en:
      'An act of a panel member, a co-head or another person in office is never entered late: nobody but its author ' +
      'does it, and here. Leave `received` out and do it as an act of today.',
    'zh-Hans':
      '专家组成员、共同负责人或其他履职人员的行为不得补录：只能由其本人在此作出。请删去 `received`，作为当日行为为之。',
  },
  neverEnteredLate: {
    code: 'never-entered-late',
    status: 422,
    title: { en: 'Never entered late', 'zh-Hans': '不得补录' },
    rule: 'I-67',
    en:
      'This act is never entered late: what binds, a vote, a withdrawal, and what no silence stands in the place of, ' +
      'counts from the day on which it is done here. Leave `received` out and do it as an act of today, or send what ' +
      'came as a letter.',
    'zh-Hans':
      '此项行为不得补录：有约束力的签署、表决、撤回，以及无缺省后果代替的行为，均自在此作出之日起生效。' +
      '请删去 `received`，作为当日行为为之，或将所收到的内容作为函件提交。',
  },
} as const satisfies Record<string, ProblemKind>;
