import type { RefusalReason } from '@parley/kernel';

/** Every reason for refusing an act of compliance, with the rule that says so. */
export const complianceRefusals = {
  noAgreement: {
    code: 'no-such-agreement',
    rule: 'S13',
    status: 404,
    en: 'There is no such agreement.',
    'zh-Hans': '没有该协议。',
  },
  notAParty: {
    code: 'not-a-party',
    rule: 'S13',
    status: 403,
    en: 'Only the desks of the two parties may do this.',
    'zh-Hans': '只有双方当事方的主管部门可以这样做。',
  },
  notProposed: {
    code: 'agreement-not-proposed',
    rule: 'S13',
    en: 'The agreement is in the register already, or its proposal was declined.',
    'zh-Hans': '该协议已载入登记册，或其提议已被谢绝。',
  },
  digestDiffers: {
    code: 'agreement-digest-differs',
    rule: 'I-47',
    status: 422,
    en: 'The signature names another digest than that of the agreement.',
    'zh-Hans': '签署所载摘要值与协议不符。',
  },
  partyHasSigned: {
    code: 'party-has-signed',
    rule: 'I-47',
    en: 'This party has signed already.',
    'zh-Hans': '该方已签署。',
  },
  signsForBothSides: {
    code: 'signs-for-both-sides',
    rule: 'I-05',
    status: 403,
    en: 'One person cannot sign for both sides.',
    'zh-Hans': '同一人不得代表双方签署。',
  },
  reviewTooSoon: {
    code: 'first-review-too-soon',
    rule: 'S13',
    status: 422,
    en: 'The first review leaves no time for the status report that comes before it.',
    'zh-Hans': '首次评审日期过早，来不及在此之前提交履行情况报告。',
  },
  reviewTooFar: {
    code: 'first-review-too-far',
    rule: 'S13',
    status: 422,
    en: 'The first review lies at most one review interval after the entry.',
    'zh-Hans': '首次评审须在载入后一个评审周期之内。',
  },
  notInForce: {
    code: 'agreement-not-in-force',
    rule: 'S13',
    en: 'The agreement is not in the register yet.',
    'zh-Hans': '该协议尚未载入登记册。',
  },
  allFulfilled: {
    code: 'agreement-fulfilled',
    rule: 'S13',
    en: 'Every obligation of the agreement is fulfilled.',
    'zh-Hans': '该协议的各项义务均已履行。',
  },
  noSuchObligation: {
    code: 'no-such-obligation',
    rule: 'S13',
    status: 404,
    en: 'The agreement has no such obligation.',
    'zh-Hans': '该协议没有该项义务。',
  },
  obligationFulfilled: {
    code: 'obligation-fulfilled',
    rule: 'S13',
    en: 'The obligation is fulfilled.',
    'zh-Hans': '该义务已履行。',
  },
  noReportOwed: {
    code: 'no-report-owed',
    rule: 'S13',
    en: 'This party owes no report for this review.',
    'zh-Hans': '该方无须就本次评审提交报告。',
  },
  reportGiven: {
    code: 'report-given',
    rule: 'S13',
    en: 'This party has reported the same for this review, and that awaits its answer. It can report otherwise.',
    'zh-Hans': '该方已就本次评审报告相同情况，正待回应。如情况有变，可随时另行报告。',
  },
  reportIncomplete: {
    code: 'report-incomplete',
    rule: 'S13',
    status: 422,
    en:
      'A report tells of every obligation of its party that is not fulfilled, once each, and of no other. Once it is ' +
      'given, a further one may tell of some of them.',
    'zh-Hans': '报告须就本方每项尚未履行的义务各作一次说明，且不涉及其他义务。提交之后，可就其中部分义务另行报告。',
  },
  sameVerdict: {
    code: 'verdict-given',
    rule: 'S13',
    en: 'This party has refused this already. It is disputed; the party can still verify it.',
    'zh-Hans': '该方已拒绝认可。该情况有争议；该方仍可予以核实。',
  },
  nothingToVerify: {
    code: 'nothing-to-verify',
    rule: 'S13',
    en:
      'Nothing that the owner reported of this obligation awaits an answer: it has not reported, or what it reported ' +
      'was answered, or counts as verified by silence. What it reports next can be answered.',
    'zh-Hans':
      '承担方就该义务所报告的情况均无须回应：尚未报告，或已获回应，或因无回应而视为已核实。其下次报告的情况可予回应。',
  },
  reportedOtherwise: {
    code: 'reported-otherwise',
    rule: 'S13',
    status: 422,
    en: 'The owner reports otherwise by now. An answer names what it answers; read the agreement again.',
    'zh-Hans': '承担方现已另有报告。回应须载明所回应的情况；请重新查阅该协议。',
  },
  notDisputed: {
    code: 'not-disputed',
    rule: 'S13',
    en: 'Nothing is in dispute about this obligation, so there is nothing for the co-heads to check.',
    'zh-Hans': '该义务并无争议，无须共同负责人核查。',
  },
  checkOver: {
    code: 'joint-check-over',
    rule: 'S13',
    en:
      'The time for the joint check is over, and what was refused stays disputed. The other party can still verify ' +
      'it, and what its owner reports next is checked anew.',
    'zh-Hans': '联合核查期限已满，被拒绝认可的情况继续有争议。另一方仍可予以核实；承担方再次报告时将重新核查。',
  },
  checkDigestDiffers: {
    code: 'check-digest-differs',
    rule: 'I-04',
    status: 422,
    en: 'The signature names another digest than that of this finding on what the owner reports now.',
    'zh-Hans': '签署所载摘要值与就承担方现所报告情况的该项认定不符。',
  },
  dateExpired: {
    code: 'extension-after-expiry',
    rule: 'I-20',
    en: 'The date of an obligation is moved only before it has passed.',
    'zh-Hans': '义务的日期只能在届满之前变更。',
  },
  dateNotLater: {
    code: 'date-not-later',
    rule: 'I-20',
    status: 422,
    en: 'The new date lies after the present one.',
    'zh-Hans': '新日期须晚于现日期。',
  },
  dateTooLate: {
    code: 'extension-too-long',
    rule: 'I-20',
    status: 422,
    en: 'The date of an obligation is moved at most by its own length again.',
    'zh-Hans': '义务期限的延长不得超过其原有长度。',
  },
  dateMoved: {
    code: 'date-moved-already',
    rule: 'I-20',
    en: 'The date of this obligation was moved as often as the rules allow.',
    'zh-Hans': '该义务日期的变更次数已达规则上限。',
  },
  noDateProposed: {
    code: 'no-date-proposed',
    rule: 'I-20',
    en: 'No other date is proposed for this obligation.',
    'zh-Hans': '该义务没有待决的新日期提议。',
  },
  ownProposal: {
    code: 'own-proposal',
    rule: 'I-20',
    status: 403,
    en: 'A proposal is accepted by the other party.',
    'zh-Hans': '提议须由另一方接受。',
  },
  dateDiffers: {
    code: 'proposed-date-differs',
    rule: 'I-20',
    status: 422,
    en: 'Another date is proposed than the one that is accepted.',
    'zh-Hans': '所接受的日期与提议不符。',
  },
  ownObligation: {
    code: 'own-obligation',
    rule: 'S13',
    status: 403,
    en: 'This is for the other party to do; the owner of an obligation reports on it.',
    'zh-Hans': '此事由另一方为之；义务承担方可就该义务提交报告。',
  },
  notYetOverdue: {
    code: 'obligation-not-overdue',
    rule: 'S13',
    en: 'A notice of non-performance follows the date of the obligation, or its owner’s word that it will be late.',
    'zh-Hans': '不履行通知须在义务日期届满之后，或在承担方说明将逾期之后发出。',
  },
  reportAnswered: {
    code: 'report-answered',
    rule: 'I-67',
    en:
      'All that the report says has been answered, and the answer relies on it: the report stands. Its owner can ' +
      'report otherwise of what is not fulfilled.',
    'zh-Hans': '该报告所述情况均已获回应，而回应以该报告为依据：报告继续有效。就尚未履行的义务，承担方可另行报告。',
  },
  noticeGiven: {
    code: 'notice-given',
    rule: 'S13',
    en: 'Notice of non-performance was given for this date.',
    'zh-Hans': '已就该日期发出不履行通知。',
  },
} as const satisfies Record<string, RefusalReason>;
