import { entry } from '../entry';

/**
 * Acts of the secretariat that are alike for every case: notices, delegations, registers, its own work and its delays.
 */
export const registry = {
  'intake.NoticesServed': entry(
    'registry',
    ['service of a notice', '送达通知'],
    ['Notice of {notices|told} was served on both parties.', '关于{notices|told}的通知已送达双方。'],
  ),
  'intake.NoticeServedAgain': entry(
    'registry',
    ['repeated service of a notice', '再次送达通知'],
    ['A notice was served again; no clock moved.', '通知已再次送达，各项期限不变。'],
  ),
  'intake.NoticeRetrieved': entry(
    'party',
    ['retrieval of a notice', '领取通知'],
    ['{party|party} retrieved a notice.', '{party|party}已领取通知。'],
  ),
  'intake.NoticesNotRetrieved': entry(
    'time',
    ['notices that were not retrieved', '未领取的通知'],
    [
      'What had not been retrieved by the end of its time is on record; no clock stopped.',
      '期限届满仍未领取的通知已载入记录，各项期限不因此停止。',
    ],
  ),
  'intake.ServiceTimesMoved': entry(
    'registry',
    ['move of times of retrieval', '领取期限顺延'],
    ['Times of retrieval that ended in an outage end later.', '在系统中断期间届满的领取期限予以顺延。'],
  ),
  'intake.ServiceTimesRecounted': entry(
    'registry',
    ['new count of times of retrieval', '领取期限重新计算'],
    [
      'Times of retrieval were counted anew on an announced calendar ({version}).',
      '领取期限已按新公布的历表（{version}）重新计算。',
    ],
  ),
  'intake.HeadNamed': entry(
    'party',
    ['naming of a head of delegation', '指定代表团负责人'],
    [
      'One of the two who name the head of the delegation of {party|party} named one.',
      '{party|party}代表团负责人的两名指定人之一已提出指定。',
    ],
  ),
  'intake.DelegationRecorded': entry(
    'party',
    ['delegation', '授权'],
    ['A delegation to act for {party|party} was recorded.', '已登记代表{party|party}行事的授权。'],
  ),
  'intake.DelegationEnded': entry(
    'party',
    ['end of a delegation', '授权终止'],
    [
      'A delegation to act for {party|party} has an end: {endsAt|at}.',
      '代表{party|party}行事的授权于 {endsAt|at} 终止。',
    ],
  ),
  'intake.KeyRegistered': entry(
    'party',
    ['registration of a key', '登记密钥'],
    [
      '{party|party} registered the key {thumbprint} to sign by[, as that of {personId} alone][, signed by its key ' +
        '{signedBy}].' +
        '[ From {requiredFrom|at} on, what its desk and its co-head do in its name is refused without a signature.]',
      '{party|party}登记签名密钥 {thumbprint}[，仅供 {personId} 使用][，由其密钥 {signedBy} 签署]。[自 {requiredFrom|at} 起，' +
        '其主管部门和共同负责人以其名义所为而未签名的，不予受理。]',
    ],
  ),
  'intake.KeyEnded': entry(
    'party',
    ['end of a key', '密钥终止'],
    [
      'The key {thumbprint} of {party|party} {status|keyEnded} and signs nothing from {endsAt|at} on.',
      '{party|party}的密钥 {thumbprint} {status|keyEnded}，自 {endsAt|at} 起不再用于签名。',
    ],
  ),
  'intake.WorkAssigned': entry(
    'registry',
    ['assignment of work', '分派工作'],
    [
      'A step of the secretariat ({clock|clock}) was assigned[ by {actor.personId}] to {assignee}.',
      '秘书处的一项步骤（{clock|clock}）已[由 {actor.personId} ]分派给 {assignee}。',
    ],
  ),
  'intake.DelayNotified': entry(
    'registry',
    ['delay of the registry', '登记处延误'],
    [
      'The registry[, by {actor.personId},] gave notice that a step ({clock|clock}) is late and expected ' +
        'on {expectedOn}.',
      '登记处[（{actor.personId}）]通知：一项步骤（{clock|clock}）延误，预计于 {expectedOn} 完成。',
    ],
    ['Notice of delay by the registry', '登记处的延误通知'],
  ),
  'intake.YearProposed': entry(
    'cohead',
    ['proposal for a year of a calendar', '年度历表的提议'],
    ['{who} proposed the calendar of {year}.', '{who}提议了 {year} 年历表。'],
  ),
  'intake.CalendarAnnounced': entry(
    'coheads',
    ['announcement of a calendar', '历表的公布'],
    ['{who} announced the calendar of {year}.', '{who}公布了 {year} 年历表。'],
  ),
  'intake.OutageProposed': entry(
    'cohead',
    ['proposal to declare an outage', '宣告系统中断的提议'],
    [
      '{who} proposed to declare an outage of the system from {from|at} to {to|at}.',
      '{who}提议宣告系统于 {from|at} 至 {to|at} 中断。',
    ],
  ),
  'intake.OutageDeclared': entry(
    'registry',
    ['declaration of an outage', '系统中断的宣告'],
    [
      'An outage of the system from {from|at} to {to|at} was declared[ {declaredBy|declaredBy}].',
      '[{declaredBy|declaredBy}]宣告系统于 {from|at} 至 {to|at} 中断。',
    ],
  ),
  'intake.OutageAnnulmentSigned': entry(
    'cohead',
    ['signature to annul an outage', '撤销系统中断的签署'],
    ['{who} signed that a declared outage of the system was none.', '{who}签署确认一项已宣告的系统中断并不存在。'],
  ),
  'intake.OutageAnnulled': entry(
    'coheads',
    ['annulment of an outage', '系统中断的撤销'],
    [
      'Both co-heads annulled the outage from {from|at} to {to|at}, which was none. What it moved stays where it is.',
      '两名共同负责人撤销了所宣告的 {from|at} 至 {to|at} 系统中断，因其并不存在。已因此变动的期限维持不变。',
    ],
  ),
  'intake.RuleSetProposed': entry(
    'registry',
    ['proposal of a version of the rules', '规则版本的提议'],
    ['Version {version} of the rules was proposed to both co-heads.', '已向双方共同负责人提议规则的 {version} 版本。'],
  ),
  'intake.RuleSetSigned': entry(
    'registry',
    ['signature of a co-head under a version of the rules', '一方共同负责人对规则版本的签署'],
    [
      'The co-head of {party|party} signed version {version} of the rules.',
      '{party|party}共同负责人签署了规则的 {version} 版本。',
    ],
  ),
  'intake.RuleSetAdopted': entry(
    'registry',
    ['adoption of a version of the rules', '规则版本的通过'],
    ['Both co-heads adopted version {version} of the rules.', '双方共同负责人通过了规则的 {version} 版本。'],
  ),
  'intake.SigningKeyTaken': entry(
    'registry',
    ['key of the registry taken into use', '登记处密钥的启用'],
    ['The registry signs by the key {thumbprint} from now on.', '登记处自此以密钥 {thumbprint} 签署。'],
  ),
  'panelreview.MemberListed': entry(
    'party',
    ['listing of a panelist', '列入专家名册'],
    [
      '{roster|party} listed a panelist; the listing counts from the panelist’s own acceptance.',
      '{roster|party}将一名专家列入名册；自该专家本人接受时起计入。',
    ],
  ),
  'panelreview.MemberUnlisted': entry(
    'party',
    ['removal from a roster', '从名册中移除'],
    [
      '{roster|party} took a panelist off its roster; cases filed before keep the name.',
      '{roster|party}将一名专家移出名册；此前提交的案件仍保留该人。',
    ],
  ),
  'panelreview.PlaceAccepted': entry(
    'member',
    ['acceptance of a place on a roster', '接受列名'],
    ['{who} accepted a place on the roster of {roster|party}.', '{who}接受列入{roster|party}的名册。'],
  ),
  'panelreview.AcceptanceTakenBack': entry(
    'member',
    ['taking back of the acceptance of a place on a roster', '撤回对列名的接受'],
    [
      '{who} took back the acceptance of a place on the roster of {roster|party}.',
      '{who}撤回对列入{roster|party}名册的接受。',
    ],
  ),
  'panelreview.RosterFoundShort': entry(
    'registry',
    ['finding that a roster is short', '名册不足员'],
    [
      'The roster of {party/side|party} is short: {names|names} of {shouldHave|names} that it should have' +
        '[, and {onDuty|names} of {shouldBeOnDuty|someNames} on duty]. It can be filled up until its nominations ' +
        'are due.',
      '{party/side|party}的名册不足员：应有 {shouldHave|names}，现有 {names|names}' +
        '[；应有 {shouldBeOnDuty|someNames}值班，现有 {onDuty|names}]。在其提名期限届满前可以补足。',
    ],
    ['A roster is short of names', '名册不足员'],
  ),
  'panelreview.RosterFilledUp': entry(
    'party',
    ['filling up of a roster', '补足名册'],
    [
      'The roster of {party/side|party} was filled up for this case; it has {names|names} now.',
      '{party/side|party}的名册已为本案补员，现有 {names|names}。',
    ],
    ['A roster was filled up', '名册已补员'],
  ),
  'panelreview.DutyRosterFiled': entry(
    'party',
    ['duty roster', '值班名册'],
    ['A duty roster was filed for {month}.', '已提交 {month} 的值班名册。'],
  ),
  'panelreview.AvailabilityStated': entry(
    'party',
    ['statement of availability', '可任职情况声明'],
    ['A panelist[, {personId},] stated when to be had for a panel.', '一名专家[（{personId}）]已声明其可任职情况。'],
  ),
  'panelreview.CrisisTeamDrawn': entry(
    'time',
    ['draw of a crisis team', '抽签组成危机小组'],
    ['A crisis team was drawn by lot.', '危机小组已抽签组成。'],
  ),
  'panelreview.CrisisTeamServes': entry(
    'registry',
    ['further service of a crisis team', '危机小组继续任职'],
    ['The crisis team that serves already serves in this crisis too.', '现任危机小组一并处理本次危机。'],
  ),
  'audit.DocketEntryRecorded': entry(
    'registry',
    ['entry in the public log', '公开日志的条目'],
    ['Entry {serial} was made in the public log.', '公开日志已载入第 {serial} 号条目。'],
  ),
};
