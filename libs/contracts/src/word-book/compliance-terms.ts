import { none, terms } from './entry';

/** The words within a sentence for codes of an agreement and of its obligations. */
export const COMPLIANCE_TERMS = {
  obligation: terms({
    open: ['to be done', '待履行'],
    overdue: ['overdue', '逾期'],
    fulfilled: ['fulfilled', '已履行'],
  }),
  statusReport: terms({
    due: ['due', '待提交'],
    given: ['given', '已提交'],
    missing: ['missing', '未提交'],
    'given-late': ['given late', '逾期提交'],
    'not-owed': ['not owed any more', '无须提交'],
  }),
  late: terms({ '': none, false: none, given: none, true: [', late', '逾期'], 'given-late': [', late', '逾期'] }),
  afterDate: terms({
    '': none,
    false: none,
    fulfilled: none,
    true: [', after its date', '逾期后'],
    'fulfilled-late': [', after its date', '逾期后'],
  }),
  holds: terms({
    fulfilled: ['holds', '已履行'],
    'held-fulfilled': ['holds', '已履行'],
    'not-fulfilled': ['does not hold', '尚未履行'],
    'held-not-fulfilled': ['does not hold', '尚未履行'],
  }),
  publication: terms({
    true: ['its text is public', '其文本公开'],
    false: ['they keep its text to themselves', '双方不公开其文本'],
  }),
} as const;
