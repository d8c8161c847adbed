import type { Bilingual } from '@parley/kernel';

type Words = readonly [en: string, zh: string];

/** The heading of a notice, by `<context>.<event>`. Deadlines and documents stand below it. */
const WORDS: Readonly<Record<string, Words>> = {
  'intake.GrievanceFiled': ['A grievance was filed', '申诉已提交'],
  'intake.GrievanceFoundComplete': ['The filing was found complete in form', '申诉经形式审查认定为完整'],
  'intake.DeficiencyNoticeIssued': ['Deficiency notice', '缺陷通知'],
  'intake.DeficiencyCured': ['The defects of the filing were cured', '申诉缺陷已补正'],
  'intake.CaseRegistered': ['The case was registered', '案件已登记'],
  'intake.GrievanceServed': ['Service of the grievance', '送达申诉'],
  'intake.ReplyFiled': ['Service of the reply', '送达答复'],
  'intake.ReplyLapsed': ['The time for a reply has passed without one', '答复期限届满而无答复'],
  'intake.CallOffered': ['A call was offered', '已提议通话'],
  'intake.CallAccepted': ['The time of a call was accepted', '通话时间已获接受'],
  'intake.CallMoved': ['Another time was named for a call', '通话另定时间'],
  'intake.ConsultationsEscalated': ['Consultations go on at a higher level', '磋商提升至更高级别进行'],
  'intake.LetterSent': ['Service of a letter', '送达函件'],
  'intake.SummaryRequested': ['A non-confidential summary was asked for', '请求提供非机密摘要'],
  'intake.SummaryAnswered': ['A request for a summary was answered', '摘要请求已获答复'],
  'intake.SummaryUnanswered': ['A request for a summary was not answered', '摘要请求未获答复'],
  'intake.CallAnswered': ['A call was answered', '通话已获应答'],
  'intake.CallUnanswered': ['A call was not answered', '通话未获应答'],
  'intake.ConsultationsClosed': ['Consultations have ended', '磋商结束'],
  'intake.ScreeningEnded': ['The screening has ended', '审查结束'],
  'intake.OutageNoted': ['Deadlines moved by an outage of the system', '因系统中断顺延期限'],
  'intake.ReplyLapseSetAside': ['Service of a reply that came by another channel', '送达经其他途径收到的答复'],
  'intake.LapseSetAside': ['The lapse was set aside', '失效予以撤销'],
  'panelreview.PanelOpened': ['Call to nominate the panel', '请提名专家组成员'],
  'panelreview.MemberNominated': ['A member of the panel was nominated', '已提名专家组成员'],
  'panelreview.MemberDrawn': ['A seat of the panel was filled by lot', '专家组席位以抽签方式确定'],
  'panelreview.DisclosureMade': ['A nominee made the disclosure', '被提名人已作披露'],
  'panelreview.ChallengeMade': ['A member of the panel was challenged', '对专家组成员提出回避'],
  'panelreview.ChallengeTimeEnded': ['The time to challenge a member has ended', '提出回避的期限届满'],
  'panelreview.ChallengeDecided': ['A challenge was decided', '回避请求已作决定'],
  'panelreview.MemberReplaced': ['A member of the panel was replaced', '专家组成员已更换'],
  'panelreview.MemberRecused': ['A member of the panel withdrew', '专家组成员自行回避'],
  'panelreview.PanelConvened': ['The panel was convened', '专家组成立'],
  'panelreview.ParityRestored': ['The panel has equal numbers again', '专家组恢复双方人数相等'],
  'panelreview.PanelImpossible': ['No eligible name is left for a seat', '席位已无合格人选'],
  'panelreview.ReviewOpened': ['The review was opened', '审查开始'],
  'panelreview.InterimIssued': ['The interim text was issued', '中期文本已发出'],
  'panelreview.InterimMissing': ['The review ended without an interim text', '审查期满而无中期文本'],
  'panelreview.InterimCommentsClosed': ['The time for comments on the interim text has ended', '中期文本评论期结束'],
  'panelreview.VotingTimeEnded': ['The time for findings has ended', '作出结论的期限届满'],
  'panelreview.FindingsAwaitParity': ['The findings wait for equal numbers', '结论须待双方人数相等'],
  'panelreview.FindingsDecided': ['The findings were decided and wait for certification', '结论已作出，等待核证'],
  'panelreview.FindingsIssued': ['The findings were issued', '结论已发布'],
  'panelreview.ScreeningEndNoted': ['The clocks of the panel have ended with the screening', '专家组各项期限随审查终结'],
  'panelreview.OutageNoted': ['Deadlines of the panel moved by an outage of the system', '专家组期限因系统中断顺延'],
  'panelreview.InterimServed': ['Service of the interim text', '送达中期文本'],
  'evidence.ExhibitAccepted': ['Service of an exhibit', '送达证据'],
  'evidence.PublicVersionFiled': ['Service of the public version of an exhibit', '送达证据的公开版本'],
  'referral.DossierRequested': ['A dossier was requested', '已请求编制卷宗'],
  'referral.DossierSigningClosed': ['The signing of a dossier was closed', '卷宗签署结束'],
  'referral.DossierIssued': ['Service of a dossier', '送达卷宗'],
};

/** The heading of what a notice tells of; an event of a later day is named by its rule. */
export function headingOf({ context, event, rule }: { readonly context: string; readonly event: string; readonly rule: string }): Bilingual {
  const [en, zh] = WORDS[`${context}.${event}`] ?? [`A step under rule ${rule} was recorded`, `已载入依规则 ${rule} 的步骤`];
  return { en, 'zh-Hans': zh };
}
