import { entry } from '../entry';

/**
 * Changes of a case under way: of claims, of what both sides sign, of deadlines, track and rules, and whether it goes
 * on.
 */
export const changes = {
  'intake.ClaimsWithdrawn': entry(
    'party',
    ['withdrawal of claims', '撤回主张'],
    [
      '{withdrawnBy/party|party} withdrew {claimIds/claims|claims}; the others go on.',
      '{withdrawnBy/party|party}撤回{claimIds/claims|claims}，其余主张继续审查。',
    ],
    ['Claims were withdrawn', '部分主张已撤回'],
  ),
  'intake.ClaimsWithdrawalSetAside': entry(
    'registry',
    ['setting aside of a withdrawal of claims', '撤销主张的撤回'],
    [
      'The withdrawal of {claimIds/claims|claims} is set aside: the screening had ended before it, ' +
        'which was learned of only afterwards.',
      '{claimIds/claims|claims}的撤回予以撤销：审查在撤回之前已经终结，事后方为得知。',
    ],
    ['Claims that were withdrawn after the screening had ended stand again', '审查终结后撤回的主张恢复'],
  ),
  'intake.WithdrawnAfterReview': entry(
    'registry',
    ['withdrawal after the review', '审查后撤回'],
    [
      '{claimIds/claims|claims} withdrawn after the review: filed again from {until|at} on, or with the consent of ' +
        'the other party.',
      '{claimIds/claims|claims}系在审查后撤回：自 {until|at} 起，或经对方同意，方可重新提交。',
    ],
    ['Claims were withdrawn after the review', '主张在审查后撤回'],
  ),
  'intake.RefilingConsented': entry(
    'party',
    ['consent to claims being filed again', '同意重新提交主张'],
    [
      '{consentedBy/party|party} consented to {claimIds/claims|claims} being filed again before their time.',
      '{consentedBy/party|party}同意{claimIds/claims|claims}在限制期满前重新提交。',
    ],
    ['Claims may be filed again before their time', '主张可在限制期满前重新提交'],
  ),
  'intake.GrievanceAmended': entry(
    'party',
    ['amendment of the grievance', '申诉修正'],
    [
      '{kind|amendment} ({amendmentId})[: {objectedTo|afterObjection}].',
      '{kind|amendment}（{amendmentId}）[：{objectedTo|afterObjection}]。',
    ],
    ['The grievance was amended', '申诉已作修正'],
  ),
  'intake.AmendmentServed': entry(
    'registry',
    ['service of the amended grievance', '送达修正后的申诉'],
    [
      'The grievance as amended by {amendmentId} was served on both parties and the panel.',
      '经 {amendmentId} 修正的申诉已送达双方及专家组。',
    ],
  ),
  'intake.MeasureCorrected': entry(
    'party',
    ['correction of a clerical error in a measure', '更正措施中的笔误'],
    [
      'A clerical error in measure {measure/measureId} is corrected, since {by|correctedBy}: {field|measureField} ' +
        'reads “{becomes}” instead of “{was}”. No claim is reset.',
      '措施 {measure/measureId} 中的笔误已作更正，因{by|correctedBy}：{field|measureField}由“{was}”改为“{becomes}”。任何主张均不重置。',
    ],
    ['A clerical error in a measure was corrected', '措施中的笔误已作更正'],
  ),
  'intake.AmendmentAnswered': entry(
    'answering',
    ['answer to an amendment', '对修正的答复'],
    ['{kind|answerer} answered amendment {amendmentId}.', '{kind|answerer}已就修正 {amendmentId} 作出答复。'],
    ['Service of the answer to an amendment', '送达对修正的答复'],
  ),
  'intake.AmendmentReplyServed': entry(
    'registry',
    ['service of the answer to an amendment', '送达对修正的答复'],
    [
      'The answer to amendment {amendmentId} was served on both parties and the panel.',
      '对修正 {amendmentId} 的答复已送达双方及专家组。',
    ],
  ),
  'intake.AmendmentReplyLapsed': entry(
    'time',
    ['lapse of the time to answer an amendment', '答复修正的期限届满'],
    [
      '{kind|answerer} did not answer amendment {amendmentId} in time; the screening goes on.',
      '{kind|answerer}未在期限内就修正 {amendmentId} 作出答复，审查继续进行。',
    ],
    ['The time to answer an amendment has passed without an answer', '答复修正的期限届满而无答复'],
  ),
  'intake.AmendmentConsultationsClosed': entry(
    'time',
    ['end of consultations on an amendment', '就修正进行的磋商结束'],
    ['Consultations on amendment {amendmentId} ended with their time.', '就修正 {amendmentId} 进行的磋商期满结束。'],
    ['Consultations on an amendment have ended', '就修正进行的磋商结束'],
  ),
  'intake.ConsentProposed': entry(
    'party',
    ['proposal', '提议'],
    [
      '{proposedBy/party|party} proposed something that needs another signature (proposal {n}).',
      '{proposedBy/party|party}提出一项须经另一方签署的提议（第 {n} 号）。',
    ],
    ['A proposal awaits another signature', '一项提议待另一方签署'],
  ),
  'intake.ProposalSigned': entry(
    'party',
    ['signature of a proposal', '签署提议'],
    [
      'Proposal {n} was signed by the other[ ({party|party})] as well.',
      '第 {n} 号提议已由另一方[（{party|party}）]签署。',
    ],
    ['A proposal was signed', '一项提议已签署'],
  ),
  'intake.ProposalDeclined': entry(
    'party',
    ['refusal of a proposal', '拒绝提议'],
    ['Proposal {n} was declined[ by {party|party}].', '第 {n} 号提议被[{party|party}]拒绝。'],
    ['A proposal was declined', '一项提议被拒绝'],
  ),
  'intake.ProposalWithdrawn': entry(
    'party',
    ['withdrawal of a proposal', '收回提议'],
    ['Proposal {n} was taken back[ by {party|party}].', '第 {n} 号提议已[由{party|party}]收回。'],
    ['A proposal was taken back', '一项提议已收回'],
  ),
  'intake.ProposalLapsed': entry(
    'time',
    ['lapse of a proposal', '提议失效'],
    ['Proposal {n} lapsed unsigned.', '第 {n} 号提议未获签署而失效。'],
    ['A proposal has lapsed unsigned', '一项提议未获签署而失效'],
  ),
  'intake.DeadlineExtended': entry(
    'parties',
    ['extension of a deadline', '期限延长'],
    [
      'A deadline ({deadline/opens|clock}) was extended to {deadline.dueAt/opens.0.dueAt|at} {by|extendedBy}.',
      '一项期限（{deadline/opens|clock}）{by|extendedBy}延长至 {deadline.dueAt/opens.0.dueAt|at}。',
    ],
    ['A deadline was extended', '一项期限已延长'],
  ),
  'intake.LongStopExtended': entry(
    'parties',
    ['extension of the long-stop', '延长最长期限'],
    ['Both parties extended the long-stop to {longStop.dueAt|at}.', '双方将最长期限延长至 {longStop.dueAt|at}。'],
  ),
  'intake.SeatTimeAdded': entry(
    'registry',
    ['time of seats added to the long-stop', '席位时间计入最长期限'],
    [
      'Seats kept the panel from being whole in its time: {days} days in all are added to the long-stop[, ' +
        '{accounts.0.days} on the account of {accounts.0.party|party}][ and {accounts.1.days} on that of ' +
        '{accounts.1.party|party}][; it ends at {longStop.dueAt/opens.0.dueAt|at}].',
      '席位使专家组未能按期齐员：最长期限共增加 {days} 日[，其中 {accounts.0.days} 日由{accounts.0.party|party}负担]' +
        '[，{accounts.1.days} 日由{accounts.1.party|party}负担][；现于 {longStop.dueAt/opens.0.dueAt|at} 届满]。',
    ],
    ['Time of seats was added to the long-stop', '席位时间已计入最长期限'],
  ),
  'intake.RulesAdopted': entry(
    'parties',
    ['adoption of another version of the rules', '改用其他规则版本'],
    [
      'Both parties agreed that the case goes on under version {toVersion/to} of the rules, before that ' +
        '{fromVersion/from}; deadlines that run stay as they are.',
      '双方同意本案由规则版本 {fromVersion/from} 改用规则版本 {toVersion/to}，进行中的期限不变。',
    ],
    ['The case goes on under another version of the rules', '案件改用其他规则版本'],
  ),
  'intake.TrackChanged': entry(
    'parties',
    ['change of track', '变更程序'],
    [
      'The case goes on under the {track|track} track: {by|trackChange}.',
      '{by|trackChange}，本案改用{track|track}程序。',
    ],
    ['The case goes on on another track', '案件改按其他程序进行'],
  ),
  'intake.ScreeningSuspended': entry(
    'parties',
    ['suspension of the screening', '审查中止'],
    [
      'Both parties suspended the screening[ until {until|at}]; its clocks stand still.',
      '双方中止审查[至 {until|at}]，各项期限停止计算。',
    ],
    ['The screening is suspended; its clocks stand still', '审查中止，各项期限停止计算'],
  ),
  'intake.ResumptionNoticeGiven': entry(
    'party',
    ['notice that ends the suspension', '终止中止的通知'],
    [
      '{noticeBy/party|party} gave notice that it ends the suspension; the screening goes on at ' +
        '{goesOnAt/opens.0.dueAt|at}.',
      '{noticeBy/party|party}通知终止中止，审查于 {goesOnAt/opens.0.dueAt|at} 恢复。',
    ],
    ['Notice was given that the suspension ends', '已通知终止中止'],
  ),
  'intake.ScreeningResumed': entry(
    'parties',
    ['resumption of the screening', '审查恢复'],
    [
      'The screening goes on; its clocks run again with what was left of them.',
      '审查恢复，各项期限以剩余时间继续计算。',
    ],
    ['The screening goes on, and its clocks with it', '审查恢复，各项期限恢复计算'],
  ),
  'intake.ScreeningReopened': entry(
    'parties',
    ['reopening of the screening', '审查重新启动'],
    ['Both parties reopened the screening.', '双方重新启动审查。'],
    ['The screening was reopened', '审查重新启动'],
  ),
  'intake.CasesConsolidated': entry(
    'parties',
    ['consolidation', '案件合并'],
    [
      'Goes on together with {withDocketNumbers/beside|cases}, each case with its own number and clocks.',
      '与 {withDocketNumbers/beside|cases} 合并进行，各案保留各自的案号与期限。',
    ],
    ['The case goes on together with others', '案件与其他案件合并进行'],
  ),
  'intake.ConsolidationUndone': entry(
    'parties',
    ['end of a consolidation', '案件分开'],
    [
      'Goes on by itself again, apart from {withDocketNumbers/beside|cases}.',
      '与 {withDocketNumbers/beside|cases} 分开，恢复单独进行。',
    ],
    ['The case goes on by itself again', '案件恢复单独进行'],
  ),
};
