import { entry } from '../entry';

/** From the filing to the number on the docket, and how a screening ends. */
export const filing = {
  'intake.GrievanceFiled': entry(
    'complainant',
    ['filing of a grievance', '提交申诉'],
    [
      'The grievance[ of {parties.complainant|party}] was filed; both desks have notice of it.',
      '[{parties.complainant|party}的]申诉已提交，双方主管部门均已获通知。',
    ],
    ['A grievance was filed', '申诉已提交'],
  ),
  'intake.GrievanceFoundComplete': entry(
    'registry',
    ['completeness of the filing', '申诉的完整性认定'],
    ['The filing was found complete in form[ by {actor.personId}].', '申诉经[ {actor.personId} ]形式审查认定为完整。'],
    ['The filing was found complete in form', '申诉经形式审查认定为完整'],
  ),
  'intake.DeficiencyNoticeIssued': entry(
    'registry',
    ['deficiencies of the filing', '申诉缺陷'],
    [
      'A deficiency notice was issued[ by {actor.personId}] (round {round}).',
      '[{actor.personId} ]已发出缺陷通知（第 {round} 轮）。',
    ],
    ['Deficiency notice', '缺陷通知'],
  ),
  'intake.DeficiencyCured': entry(
    'complainant',
    ['cure of the filing', '申诉补正'],
    [
      'The filer[, {parties.complainant|party},] cured the defects (round {round}).',
      '提交方[（{parties.complainant|party}）]已补正缺陷（第 {round} 轮）。',
    ],
    ['The defects of the filing were cured', '申诉缺陷已补正'],
  ),
  'intake.FilingAmended': entry(
    'complainant',
    ['amendment of the filing', '申诉在登记前的修改'],
    [
      'The filer[, {parties.complainant|party},] amended the filing before it was found complete.',
      '提交方[（{parties.complainant|party}）]在申诉被认定完整之前对其作了修改。',
    ],
    ['The filing was amended', '申诉已修改'],
  ),
  'intake.DocketNumberAllocated': entry(
    'registry',
    ['docket number', '案号'],
    ['The docket number {docketNumber} was given.', '已编定案号 {docketNumber}。'],
  ),
  'intake.CaseRegistered': entry(
    'registry',
    ['registration', '登记'],
    [
      'Registered as {docketNumber}: a grievance of {parties.complainant|party} against {parties.respondent|party}.' +
        '[ It is held to be urgent: {urgencyGround|urgencyGround}.]' +
        '[ It is a counter-grievance to {counterTo.docketNumber/counterTo}, ' +
        '{counterTo.relation/counterRelation|counterRelation}.]',
      '登记为 {docketNumber} 号：{parties.complainant|party}对{parties.respondent|party}提出的申诉。' +
        '[主张紧急：{urgencyGround|urgencyGround}。]' +
        '[系对 {counterTo.docketNumber/counterTo} 号的反申诉，{counterTo.relation/counterRelation|counterRelation}。]',
    ],
    ['The case was registered', '案件已登记'],
  ),
  'intake.GrievanceServed': entry(
    'registry',
    ['service of the grievance', '送达申诉'],
    ['The grievance was served on both parties and the panel.', '申诉已送达双方及专家组。'],
  ),
  'intake.WithdrawalReasonGiven': entry(
    'complainant',
    ['reason of the withdrawal', '撤回的理由'],
    ['{party|party} said why it withdrew.', '{party|party}说明了撤回的理由。'],
    ['The complainant said why it withdrew', '申诉方说明了撤回的理由'],
  ),
  'intake.ScreeningEnded': entry(
    'registry',
    ['end of the screening', '审查结束'],
    [
      'The screening ended: {outcome|outcome}[, because {reason/by.reason|reason}][: {sides/by.sides|parties}].',
      '审查结束：{outcome|outcome}[，原因：{reason/by.reason|reason}][（{sides/by.sides|parties}）]。',
    ],
    ['The screening has ended', '审查结束'],
  ),
  'intake.CompositionNoted': entry(
    'registry',
    ['note of the composition', '专家组组成的记载'],
    [
      'The panel is composed; from now on only both parties can take the complex track.',
      '专家组已组成；此后只有双方可协议改用复杂程序。',
    ],
  ),
  'intake.InterimNoted': entry(
    'registry',
    ['note of the interim text', '中期文本的记载'],
    [
      'The review has reached the interim text, or the making of findings without one.',
      '审查已至中期文本，或无中期文本而进入作出结论阶段。',
    ],
  ),
  'intake.DecidingNoted': entry(
    'registry',
    ['note of the beginning of the findings', '开始作出结论的记载'],
    ['The findings are being made; the complex track is taken no more.', '已开始作出结论，不得再改用复杂程序。'],
  ),
  'intake.CloseNoted': entry(
    'registry',
    ['note of the close of the deliberation', '评议结束的记载'],
    [
      'The deliberation is closed: its findings are issued, and the long-stop runs no more.',
      '评议已结束：结论将予发布，最长期限不再计算。',
    ],
    ['The deliberation is closed', '评议已结束'],
  ),
  'intake.LongStopReached': entry(
    'time',
    ['long-stop after the interim text', '中期文本后的最长期限届满'],
    [
      'The long-stop has passed after the interim text: it ends no screening, and closes the deliberation.',
      '出具中期文本后最长期限已过：审查不因此失效，评议就此结束。',
    ],
    ['The long-stop has closed the deliberation', '最长期限届满，评议结束'],
  ),
  'intake.LapseSetAside': entry(
    'registry',
    ['setting aside of the end of the screening', '撤销审查的终结'],
    ['The end of the screening is set aside: {why|endSetAside}.', '审查的终结予以撤销：{why|endSetAside}。'],
    ['The end of the screening was set aside', '审查的终结予以撤销'],
  ),
};
