import { entry } from '../entry';

/** Who is on the panel and why: nomination, lot and disclosure; also its urgency and track. */
export const panel = {
  'panelreview.PanelOpened': entry(
    'registry',
    ['call to nominate the panel', '提名专家组成员'],
    [
      'Both sides are called to nominate {seatsPerSide|members} each; the hashes of the secrets for draws by lot ' +
        'are published.',
      '请双方各提名{seatsPerSide|members}；用于各席位各次抽签的秘密值的哈希已公布。',
    ],
    ['Call to nominate the panel', '请提名专家组成员'],
  ),
  'panelreview.RostersFrozenAnew': entry(
    'registry',
    ['call to fill the seats of the panel anew', '重新填补专家组席位'],
    [
      'Both sides were called to fill the seats anew; the rosters are frozen as they stand now.',
      '已请双方重新填补席位，名册按现状冻结。',
    ],
    ['Call to fill the seats of the panel anew', '请重新填补专家组席位'],
  ),
  'panelreview.MemberNominated': entry(
    'party',
    ['nomination to the panel', '提名专家组成员'],
    [
      '{party/side|party} nominated {member/personId} to the panel[, for its {seat|seat}].',
      '{party/side|party}提名 {member/personId} 为专家组成员[，任其{seat|seat}]。',
    ],
    ['A member of the panel was nominated', '已提名专家组成员'],
  ),
  'panelreview.SeatsOpened': entry(
    'registry',
    ['further seats of the panel', '增设专家组席位'],
    [
      'More seats of the panel opened with the change of track, equal in number on each side.',
      '因程序变更，专家组增设席位，双方数目相等。',
    ],
  ),
  'panelreview.DisclosureMade': entry(
    'nominee',
    ['disclosure', '披露'],
    ['{who}[, {member/personId},] made a disclosure for this case.', '{who}[（{member/personId}）]已就本案作出披露。'],
    ['A nominee made the disclosure', '被提名人已作披露'],
  ),
  'panelreview.MemberReplaced': entry(
    'party',
    ['replacement of a panel member', '更换专家组成员'],
    [
      'A member[, {member/personId},] on a seat of {party/side|party} was replaced without reasons' +
        '[ by {replacedBy|party}], as each side may once.',
      '{party/side|party}席位的一名成员[（{member/personId}）]被[{replacedBy|party}]无因更换，双方各可行使一次。',
    ],
    ['A member of the panel was replaced', '专家组成员已更换'],
  ),
  'panelreview.MemberRecused': entry(
    'member',
    ['withdrawal of a panel member', '专家组成员自行回避'],
    ['{who}[, {member/personId},] withdrew from the panel.', '{who}[（{member/personId}）]自行回避，退出专家组。'],
    ['A member of the panel withdrew', '专家组成员自行回避'],
  ),
  'panelreview.MemberRemoved': entry(
    'time',
    ['removal of a nominee', '被提名人不再列入'],
    [
      'A nominee[, {member/personId},] for a seat of {party/side|party} is off the panel, because no disclosure was ' +
        'made in time.',
      '拟任{party/side|party}席位的人员[（{member/personId}）]因未按期作出披露而不再列入专家组。',
    ],
  ),
  'panelreview.MemberLeft': entry(
    'member',
    ['departure of a panel member', '专家组成员离任'],
    [
      'A member[, {personId},] is off the panel, because it is composed anew.',
      '因专家组重新组成，一名成员[（{personId}）]不再列入专家组。',
    ],
  ),
  'panelreview.MemberSetAside': entry(
    'registry',
    ['setting aside of a panel member', '专家组成员不再列入'],
    [
      'A member[, {personId},] is off the panel: the act in place of which it was put there had come in time.',
      '因有关行为缺失而列入专家组的人员[（{personId}）]不再列入：该行为实已按期作出。',
    ],
  ),
  'panelreview.PanelConvened': entry(
    'panel',
    ['composition of the panel', '专家组成立'],
    [
      'The panel is convened: {members|count} members[ ({members|people})], equal in number from each side.',
      '专家组成立：共 {members|count} 名成员[（{members|people}）]，双方人数相等。',
    ],
    ['The panel was convened', '专家组成立'],
  ),
  'panelreview.ParityRestored': entry(
    'panel',
    ['restored parity of the panel', '专家组恢复双方人数相等'],
    ['The panel has equal numbers from each side again.', '专家组恢复双方人数相等。'],
    ['The panel has equal numbers again', '专家组恢复双方人数相等'],
  ),
  'panelreview.PanelImpossible': entry(
    'registry',
    ['want of an eligible name', '席位无合格人选'],
    [
      '[No eligible name is left for a seat of {lacking|parties}. ]' +
        '[None of those who were drawn in a row for one seat of {unseated|parties} was seated. ]The screening ends.',
      '[{lacking|parties}的席位已无合格人选。][为{unseated|parties}的同一席位接连抽签确定的人员均未就任。]审查结束。',
    ],
    ['No eligible name is left for a seat', '席位已无合格人选'],
  ),
  'panelreview.SeatLeftEmpty': entry(
    'registry',
    ['seat that stays empty', '席位空缺不补'],
    [
      'No eligible name is left for a seat of {party/side|party}. ' +
        'It stays empty, and the findings are made all the same.',
      '{party/side|party}的席位已无合格人选，席位空缺，结论仍予作出。',
    ],
    ['A seat of the panel stays empty', '专家组一席位空缺不补'],
  ),
  'panelreview.SeatTimeCounted': entry(
    'registry',
    ['count of the time of seats', '席位时间的计算'],
    [
      'Days in which seats keep the panel from being whole in its time: {days} in all[, {accounts.0.days} on the ' +
        'account of {accounts.0.party|party}][ and {accounts.1.days} on that of {accounts.1.party|party}].',
      '席位使专家组未能按期齐员的日数：共 {days} 日[，其中 {accounts.0.days} 日由{accounts.0.party|party}负担]' +
        '[，{accounts.1.days} 日由{accounts.1.party|party}负担]。',
    ],
    ['The time of seats was counted', '已计算席位时间'],
  ),
  'panelreview.UrgencyDecided': entry(
    'panel',
    ['word of the panel on the urgency', '专家组就紧急性的意见'],
    ['{verdict|urgency}', '{verdict|urgency}'],
    ['The panel’s word on the urgency of the case', '专家组就本案紧急性的意见'],
  ),
  'panelreview.UrgencyViewGiven': entry(
    'member',
    ['view of a member on the urgency', '成员就紧急性的意见'],
    ['{who}[, {member},] said whether the case is urgent.', '{who}[（{member}）]就紧急性表达意见。'],
  ),
  'panelreview.UrgencySettled': entry(
    'panel',
    ['one view of the members on the urgency', '成员就紧急性达成一致'],
    ['The members are of one view of the urgency.', '成员就紧急性达成一致意见。'],
    ['The panel decided on urgency', '专家组就紧急性作出决定'],
  ),
  'panelreview.ClocksStoodStill': entry(
    'registry',
    ['standstill of the clocks of the panel', '专家组期限停止计算'],
    ['The clocks of the panel stand still with the screening.', '专家组期限随审查停止计算。'],
    ['The clocks of the panel stand still with the screening', '专家组各项期限随审查停止计算'],
  ),
  'panelreview.ClocksWentOn': entry(
    'registry',
    ['resumption of the clocks of the panel', '专家组期限恢复计算'],
    [
      'The screening goes on, and the clocks of the panel with what was left of them.',
      '审查恢复，专家组期限以剩余时间继续计算。',
    ],
    ['The clocks of the panel run again', '专家组各项期限恢复计算'],
  ),
  'panelreview.TrackTaken': entry(
    'panel',
    ['change of track of the panel', '专家组变更程序'],
    [
      'The panel goes on on the {track|track} track, with {seatsPerSide|members} a side.',
      '专家组改按{track|track}程序进行，每方{seatsPerSide|members}。',
    ],
    ['The panel goes on on another track', '专家组改按其他程序进行'],
  ),
  'panelreview.DeadlineExtended': entry(
    'parties',
    ['extension of a limit of the panel', '专家组期限延长'],
    [
      'A limit of the panel ({opens|clock}) was extended[ to {opens.dueAt/opens.0.dueAt|at}].',
      '专家组的一项期限（{opens|clock}）获延长[至 {opens.dueAt/opens.0.dueAt|at}]。',
    ],
    ['A deadline of the panel was extended', '专家组的一项期限获延长'],
  ),
  'panelreview.LimitsMoved': entry(
    'time',
    ['move of limits of the panel', '专家组期限变动'],
    [
      'Limits of the panel moved or ended[; these run: {limits.opens|limits}].',
      '专家组的期限变动或终止[；现行期限：{limits.opens|limits}]。',
    ],
  ),
  'panelreview.ExtensionProposed': entry(
    'party',
    ['proposal to extend a limit of the panel', '延长专家组期限的提议'],
    [
      '{proposedBy|party} proposed that a limit of the panel ({clock|clock}) end later.',
      '{proposedBy|party}提议延长专家组的一项期限（{clock|clock}）。',
    ],
    ['An extension was proposed to the panel', '已向专家组提议延长期限'],
  ),
};
