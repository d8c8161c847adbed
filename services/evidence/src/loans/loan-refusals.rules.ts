import type { RefusalReason } from '@parley/kernel';

/** Why a loan of an exhibit to somebody whom the panel hears is refused. */
export const loanRefusals = {
  notHeard: {
    code: 'not-heard-here',
    rule: 'I-42',
    status: 422,
    en: 'The panel hears no expert or third party of this id in person.',
    'zh-Hans': '专家组未听取该编号的专家或第三方本人。',
  },
  hearingOver: {
    code: 'hearing-over',
    rule: 'S7',
    en: 'The review has ended: nobody from outside is heard any more, and no exhibit is lent.',
    'zh-Hans': '审查阶段已结束，不再听取外部人员，证物亦不再出借。',
  },
  readByAll: {
    code: 'read-by-all',
    rule: 'I-42',
    en: 'Everybody reads this exhibit: it need not be lent.',
    'zh-Hans': '该证物任何人均可查阅，无须出借。',
  },
  loanAsked: {
    code: 'loan-asked-already',
    rule: 'I-42',
    en: 'The exhibit is lent to this person already, or that was asked.',
    'zh-Hans': '该证物已出借给该人员，或已请求出借。',
  },
  unknownLoan: {
    code: 'unknown-loan',
    rule: 'I-43',
    status: 404,
    en: 'Nobody has asked that this exhibit be lent to that person, or the loan has ended.',
    'zh-Hans': '无人请求将该证物出借给该人员，或出借已结束。',
  },
  lentAlready: {
    code: 'lent-already',
    rule: 'I-42',
    en: 'The exhibit is lent to this person already.',
    'zh-Hans': '该证物已出借给该人员。',
  },
  notYetLent: {
    code: 'not-lent-yet',
    rule: 'I-42',
    en:
      'The exhibit is not lent yet. A party that does not consent need do nothing; who asked for the ' +
      'loan may take that back.',
    'zh-Hans': '该证物尚未出借。不同意的当事方无须作为；请求出借者可撤回请求。',
  },
  loanDecided: {
    code: 'loan-decided',
    rule: 'I-42',
    en: 'Both co-heads have lent the exhibit. The panel or the registry ends the loan, not its party alone.',
    'zh-Hans': '该证物由双方共同负责人出借，须由专家组或登记处终止，当事方不得单独终止。',
  },
} as const satisfies Record<string, RefusalReason>;
