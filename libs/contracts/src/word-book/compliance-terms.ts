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
  says: terms({
    'on-course': ['on course', '正常进行'],
    done: ['done', '已完成'],
    delayed: ['delayed', '将延迟'],
  }),
  reported: terms({
    awaited: ['to be verified by the other side', '待另一方核实'],
    verified: ['verified', '已核实'],
    'verified-by-silence': ['verified by silence', '因无回应视为已核实'],
    disputed: ['disputed', '有争议'],
    'not-as-reported': ['found by both co-heads not to be as reported', '经共同负责人认定与报告不符'],
  }),
  answered: terms({
    verified: ['verified', '核实'],
    'verified-later': ['verified', '核实'],
    refused: ['refused, and so disputes,', '拒绝认可（因而有争议）'],
  }),
  checked: terms({
    'as-reported': ['as it is reported', '与报告相符'],
    'checked-as-reported': ['as it is reported', '与报告相符'],
    'not-as-reported': ['not to be as it is reported', '与报告不符'],
    'checked-not-as-reported': ['not to be as it is reported', '与报告不符'],
  }),
  publication: terms({
    true: ['its text is public', '其文本公开'],
    false: ['they keep its text to themselves', '双方不公开其文本'],
  }),
} as const;
