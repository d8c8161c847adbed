import { entry } from '../entry';

/** Owner, date and state of each agreed obligation, and whose word it is; never that it was violated (I-52, I-54). */
export const compliance = {
  'referral.AgreementProposed': entry(
    'party',
    ['proposal to enter an agreement', '载入协议的提议'],
    ['{party|party} proposed an existing agreement for the register.', '{party|party}提议将一项现有协议载入登记册。'],
  ),
  'referral.AgreementSigned': entry(
    'party',
    ['signature of the entry of an agreement', '签署协议的载入'],
    ['{party|party} signed the entry of an agreement.', '{party|party}签署了协议的载入。'],
  ),
  'referral.AgreementDeclined': entry(
    'party',
    ['refusal to enter an agreement', '谢绝载入协议'],
    ['{party|party} declined the entry of an agreement.', '{party|party}谢绝了协议的载入。'],
  ),
  'referral.AgreementEntered': entry(
    'parties',
    ['beginning of compliance', '履行阶段开始'],
    [
      'Compliance begins: {obligations|obligations} tracked in public.',
      '履行阶段开始：公开跟踪{obligations|obligations}。',
    ],
    ['Compliance has begun', '履行阶段开始'],
  ),
  'referral.StatusReportGiven': entry(
    'party',
    ['status report', '履行情况报告'],
    [
      '{party|party} gave its status report for review {review}{late/status|late}.',
      '{party|party}已{late/status|late}提交第 {review} 次评审的履行情况报告。',
    ],
    ['A status report was given', '已提交履行情况报告'],
  ),
  'referral.StatusReportMissed': entry(
    'time',
    ['missing status report', '未提交的履行情况报告'],
    [
      'No status report of {party|party} came in time before review {review}.',
      '未收到{party|party}在第 {review} 次评审前应提交的履行情况报告。',
    ],
    ['A status report did not come in time', '未按期提交履行情况报告'],
  ),
  'referral.ObligationVerified': entry(
    'party',
    ['answer to what is reported of an obligation', '对义务履行情况报告的回应'],
    [
      '{party|party} {verdict/status|answered} what {owner|party} reports of its obligation ' +
        '{obligationId/obligation}: {says|says}.',
      '{party|party}{verdict/status|answered}{owner|party}就其义务 {obligationId/obligation} 所报告的情况：{says|says}。',
    ],
    ['What is reported of an obligation was verified or refused', '一项义务的报告情况获核实或被拒绝认可'],
  ),
  'referral.ObligationVerifiedBySilence': entry(
    'time',
    ['verification by silence', '因无回应视为核实'],
    [
      'What {owner|party} reports of its obligation {obligationId/obligation} ({says|says}) was not answered in ' +
        'time[ by {silent|parties}], and counts as verified by silence.',
      '{owner|party}就其义务 {obligationId/obligation} 所报告的情况（{says|says}）逾期未获[{silent|parties}]回应，视为已核实。',
    ],
    ['What is reported of an obligation counts as verified by silence', '一项义务的报告情况因无回应视为已核实'],
  ),
  'referral.JointCheckSigned': entry(
    'coheads',
    ['signature of a joint check', '签署联合核查'],
    [
      'A co-head[ of {party|party}] signed what a joint check finds of obligation {obligationId/obligation}.',
      '[{party|party}的]一名共同负责人就义务 {obligationId/obligation} 签署联合核查的认定。',
    ],
  ),
  'referral.ObligationChecked': entry(
    'coheads',
    ['joint check of an obligation', '义务的联合核查'],
    [
      'Both co-heads checked what {owner|party} reports of its obligation {obligationId/obligation} ({says|says}), ' +
        'and found it {finding/status|checked}.',
      '共同负责人联合核查{owner|party}就其义务 {obligationId/obligation} 所报告的情况（{says|says}），' +
        '认定{finding/status|checked}。',
    ],
    ['The co-heads checked what is reported of an obligation', '共同负责人核查了一项义务的报告情况'],
  ),
  'referral.JointCheckLapsed': entry(
    'time',
    ['end of the time for a joint check', '联合核查期限届满'],
    [
      'The co-heads found nothing together in time: what {owner|party} reports of its obligation ' +
        '{obligationId/obligation} ({says|says}) stays disputed.[ Nothing was signed for: {missing|parties}.]',
      '共同负责人逾期未作出一致认定：{owner|party}就其义务 {obligationId/obligation} 所报告的情况（{says|says}）' +
        '继续有争议。[未签署的一方：{missing|parties}。]',
    ],
    ['A joint check was not made in time', '逾期未作联合核查'],
  ),
  'referral.ObligationFulfilled': entry(
    'parties',
    ['fulfilment of an obligation', '义务履行'],
    [
      'Obligation {obligationId/obligation} of {owner|party} is fulfilled{late/status|afterDate}, and verified.',
      '{owner|party}的义务 {obligationId/obligation} {late/status|afterDate}已履行，并经核实。',
    ],
    ['An obligation is fulfilled', '一项义务已履行'],
  ),
  'referral.ObligationOverdue': entry(
    'time',
    ['passing of the date of an obligation', '义务日期届满'],
    [
      'The date of obligation {obligationId/obligation} of {owner|party} passed before it was verified.',
      '{owner|party}的义务 {obligationId/obligation} 日期届满，尚未经核实。',
    ],
    ['The date of an obligation has passed', '一项义务的日期已届满'],
  ),
  'referral.DateMoveProposed': entry(
    'party',
    ['proposal of a later date of an obligation', '推迟义务日期的提议'],
    [
      '{party|party} proposed a later date for obligation {obligation}: {date}.',
      '{party|party}提议将义务 {obligation} 的日期推迟至 {date}。',
    ],
    ['A later date was proposed for an obligation', '已提议将一项义务的日期延后'],
  ),
  'referral.DateMoved': entry(
    'parties',
    ['move of the date of an obligation', '变更义务日期'],
    [
      'Both parties moved the date of obligation {obligationId/obligation} of {owner|party} to {date}.',
      '双方将{owner|party}的义务 {obligationId/obligation} 的日期变更为 {date}。',
    ],
    ['The date of an obligation was moved', '一项义务的日期已变更'],
  ),
  'referral.NonPerformanceNoticed': entry(
    'party',
    ['notice of non-performance', '未履行的通知'],
    [
      '{party|party} gave notice that obligation {obligationId/obligation} of {owner|party} is not performed. ' +
        'It is its own word.',
      '{party|party}通知{owner|party}的义务 {obligationId/obligation} 未获履行。此为其单方陈述。',
    ],
    ['Notice of non-performance, by the word of one side', '未履行通知，系一方陈述'],
  ),
  'referral.WordsKept': entry(
    'party',
    ['words kept for the parties', '仅供双方查阅的文字'],
    [
      'Words[ of {party|party}] about obligation {about} were kept for the parties.',
      '[{party|party}]关于义务 {about} 的文字仅供双方查阅。',
    ],
  ),
  'referral.ReviewClosed': entry(
    'time',
    ['review of compliance', '履行评审'],
    [
      'Review {review} of compliance is over. Not fulfilled yet: {unverified|unverified}.',
      '第 {review} 次履行评审结束。尚未履行的义务：{unverified|unverified}。',
    ],
    ['A review of compliance is over', '一次履行评审结束'],
  ),
  'referral.AgreementFulfilled': entry(
    'parties',
    ['fulfilment of every obligation', '各项义务均已履行'],
    ['Every obligation is fulfilled and verified.', '各项义务均已履行并经核实。'],
    ['Every obligation is fulfilled', '各项义务均已履行'],
  ),
};
