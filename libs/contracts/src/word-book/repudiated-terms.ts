import { entry, terms } from './entry';

/** What a side may repudiate. */
export const repudiated = terms({
  filing: ['the filing of the grievance', '申诉的提交'],
  reply: ['the reply', '答复'],
  extension: ['the consent to an extension', '对延长期限的同意'],
  suspension: ['the consent to the suspension', '对中止审查的同意'],
  'exit-notice': ['the exit notice', '退出通知'],
  'settlement-signature': ['the signature of a settlement text', '对和解文本的签署'],
  'agreement-signature': ['the signature of an agreement of the register', '对登记册协议的签署'],
  'status-report': ['the status report', '履行情况报告'],
  verification: ['the answer to what is reported of an obligation', '对义务履行报告的回应'],
  'later-date': ['the consent to a later date of an obligation', '对推迟义务日期的同意'],
  'non-performance-notice': ['the notice of non-performance', '不履行通知'],
});

/** What is said of a repudiation, in whatever part of a case. */
export const actRepudiated = entry(
  'party',
  ['repudiation of an act', '否认以其名义作出的行为'],
  [
    '{party|party} has declared that {kind|repudiated} of {doneAt|at} was not its own act. From now on it counts ' +
      'as not done, and the delegation under which it was done ends.',
    '{party|party}声明，{doneAt|at} 的{kind|repudiated}并非其本方行为。自此该行为视为未作出，' +
      '据以作出该行为的授权即行终止。',
  ],
  ['A side has repudiated an act in its name', '一方否认以其名义作出的行为'],
);
