import type { Bilingual } from '@parley/kernel';
import { evidenceEventWords } from './evidence-event-words';

/** What an event of each service means to a reader of the history; `{name}` stands for a field of its payload. */
export type EventWords = Readonly<Record<string, readonly [en: string, zh: string]>>;

const intake: EventWords = {
  'intake.GrievanceFiled': [
    'The grievance was filed; both desks have notice of it.',
    '申诉已提交，双方主管部门均已获通知。',
  ],
  'intake.GrievanceFoundComplete': ['The filing was found complete in form.', '申诉经形式审查认定为完整。'],
  'intake.DeficiencyNoticeIssued': [
    'A deficiency notice was issued (round {round}).',
    '已发出缺陷通知（第 {round} 轮）。',
  ],
  'intake.DeficiencyCured': ['The filer cured the defects (round {round}).', '提交方已补正缺陷（第 {round} 轮）。'],
  'intake.DocketNumberAllocated': ['The docket number {docketNumber} was given.', '已编定案号 {docketNumber}。'],
  'intake.CaseRegistered': [
    'The case was registered as {docketNumber}; time for the reply and for the panel starts.',
    '案件登记为 {docketNumber}，答复与组成专家组的期限开始计算。',
  ],
  'intake.GrievanceServed': [
    'The grievance was served on both parties and the panel.',
    '申诉已送达双方当事方与专家组。',
  ],
  'intake.ReplyFiled': ['The respondent filed its reply.', '被申诉方提交了答复。'],
  'intake.ReplyLapsed': [
    'The time for a reply passed without one; the screening goes on.',
    '答复期限届满而无答复，审查继续进行。',
  ],
  'intake.CallOffered': ['A call was offered for {proposedFor} ({callId}).', '提议于 {proposedFor} 通话（{callId}）。'],
  'intake.CallAnswered': ['The call was answered ({callId}).', '通话已获应答（{callId}）。'],
  'intake.CallUnanswered': ['The call was not answered ({callId}).', '通话未获应答（{callId}）。'],
  'intake.CallAccepted': ['The time of the call was accepted ({callId}).', '通话时间已获接受（{callId}）。'],
  'intake.CallMoved': [
    'Another time was named for the call: {proposedFor} ({callId}).',
    '通话另定于 {proposedFor}（{callId}）。',
  ],
  'intake.ConsultationsEscalated': ['Consultations go on at a higher level.', '磋商提升至更高级别进行。'],
  'intake.MinutesFiled': [
    'A side filed its minutes of {callId} ({minutesId}).',
    '一方提交了 {callId} 的纪要（{minutesId}）。',
  ],
  'intake.MinutesAgreed': [
    'Both sides have signed the same minutes ({minutesId}).',
    '双方已签署同一份纪要（{minutesId}）。',
  ],
  'intake.ConclusionDeclared': ['{party} holds the consultations to be concluded.', '{party} 认为磋商已告结束。'],
  'intake.ConsultationsClosed': [
    'Consultations ended; what their time left open went to the co-heads.',
    '磋商结束；期满未决事项移交共同负责人。',
  ],
  'intake.SaidWithoutPrejudice': ['A party said something without prejudice.', '一方作出不影响其立场的陈述。'],
  'intake.ReleaseConsented': ['A party consented to lay a statement open.', '一方同意公开一项陈述。'],
  'intake.WithoutPrejudiceReleased': [
    'By both consents a statement made without prejudice was laid open.',
    '经双方同意，公开一项不影响立场的陈述。',
  ],
  'intake.ClaimsWithdrawalSetAside': [
    'Claims that were withdrawn after the screening had ended stand again.',
    '审查终结后撤回的主张恢复。',
  ],
  'intake.ClaimsWithdrawn': [
    'A party withdrew claims of its own; the others go on.',
    '一方撤回自己的部分主张，其余主张继续审查。',
  ],
  'intake.GrievanceAmended': ['The grievance was amended ({amendmentId}).', '申诉已作修正（{amendmentId}）。'],
  'intake.AmendmentServed': [
    'The amended grievance was served on both parties and the panel ({amendmentId}).',
    '修正后的申诉已送达双方当事方与专家组（{amendmentId}）。',
  ],
  'intake.AmendmentAnswered': [
    'The respondent answered the amendment ({amendmentId}).',
    '被申诉方已就修正作出答复（{amendmentId}）。',
  ],
  'intake.AmendmentReplyLapsed': [
    'The amendment was not answered in time ({amendmentId}).',
    '修正未在期限内获得答复（{amendmentId}）。',
  ],
  'intake.AmendmentConsultationsClosed': [
    'Consultations on the amendment ended with their time ({amendmentId}).',
    '就修正进行的磋商期满结束（{amendmentId}）。',
  ],
  'intake.UrgencyRefusalSigned': [
    'A co-head signed a refusal of urgency.',
    '一名共同负责人签署了拒绝适用紧急程序的决定。',
  ],
  'intake.UrgencyGranted': [
    'Urgency was not refused by both co-heads in time and is granted.',
    '双方共同负责人未在期限内均予拒绝，准予适用紧急程序。',
  ],
  'intake.FirstCallMissed': ['No call was offered within the time for the first one.', '首次通话期限内无人提议通话。'],
  'intake.CasesConsolidated': [
    'The case goes on together with others; each keeps its number and its clocks.',
    '本案与其他案件合并进行，各案保留各自的案号与期限。',
  ],
  'intake.ConsolidationUndone': ['The case goes on by itself again.', '本案恢复单独进行。'],
  'intake.ConsentProposed': [
    'Something was proposed that needs another signature ({proposalId}).',
    '提出一项须经另一方签署的提议（{proposalId}）。',
  ],
  'intake.ProposalSigned': [
    'The proposal was signed by the other as well ({proposalId}).',
    '该提议已由另一方签署（{proposalId}）。',
  ],
  'intake.ProposalDeclined': ['The proposal was declined ({proposalId}).', '该提议已被拒绝（{proposalId}）。'],
  'intake.ProposalWithdrawn': ['The proposal was taken back ({proposalId}).', '该提议已收回（{proposalId}）。'],
  'intake.ProposalLapsed': ['The proposal lapsed unsigned ({proposalId}).', '该提议未获签署而失效（{proposalId}）。'],
  'intake.DeadlineExtended': ['The deadline {deadlineId} was extended.', '期限 {deadlineId} 已延长。'],
  'intake.RulesAdopted': [
    'The case goes on under version {to} of the rules, before that {from}, by both parties’ signatures.',
    '经双方签署，本案由规则版本 {from} 改用版本 {to}。',
  ],
  'intake.TrackChanged': [
    'The case goes on under the {track} track, before that {from}.',
    '本案由 {from} 程序改用 {track} 程序。',
  ],
  'intake.ScreeningSuspended': [
    'Both parties suspended the screening; its clocks stand still.',
    '双方中止审查，各项期限停止计算。',
  ],
  'intake.ScreeningResumed': [
    'The screening goes on, with what was left of its clocks.',
    '审查恢复，各项期限以剩余时间继续计算。',
  ],
  'intake.ScreeningReopened': ['Both parties reopened the screening.', '双方重新启动审查。'],
  'intake.HotlineRequested': ['A call was asked for on the hotline.', '一方通过热线请求通话。'],
  'intake.HotlineUnanswered': [
    'Nobody answered on the hotline; the request went on.',
    '热线请求未获应答，已提交下一级。',
  ],
  'intake.HotlineAcknowledged': ['The hotline request was answered.', '热线请求已获应答。'],
  'intake.CrisisTeamCalledFor': ['A crisis team was called for.', '已要求组成危机小组。'],
  'intake.CrisisTeamNoted': ['The crisis team was drawn.', '危机小组已抽签组成。'],
  'intake.OptionsDrafted': ['The crisis team drafted an options paper.', '危机小组起草了方案文件。'],
  'intake.OptionsSigned': ['One side of the crisis team signed the options paper.', '危机小组一方签署了方案文件。'],
  'intake.OptionsAgreed': [
    'Both sides of the crisis team have signed the options paper.',
    '危机小组双方均已签署方案文件。',
  ],
  'intake.DelegationRecorded': ['A delegation to speak for {party} was recorded.', '已登记代表 {party} 行事的授权。'],
  'intake.DelegationEnded': [
    'A delegation to speak for {party} has an end: {endsAt}.',
    '代表 {party} 行事的授权于 {endsAt} 终止。',
  ],
  'intake.SummaryRequested': [
    '{askedBy} asked for a non-confidential summary of {of} ({summaryId}).',
    '{askedBy} 请求提供 {of} 的非机密摘要（{summaryId}）。',
  ],
  'intake.SummaryAnswered': [
    'The request for a summary was answered ({summaryId}).',
    '摘要请求已获答复（{summaryId}）。',
  ],
  'intake.SummaryUnanswered': [
    'The request for a summary was not answered in time ({summaryId}).',
    '摘要请求未在期限内获答复（{summaryId}）。',
  ],
  'intake.LetterSent': ['{party} wrote a letter: {subject} ({letterId}).', '{party} 致函：{subject}（{letterId}）。'],
  'intake.ScreeningEnded': ['The screening ended: {outcome}.', '审查结束：{outcome}。'],
  'intake.LapseSetAside': [
    'The end of the screening was set aside: what had come before it was learned of only afterwards.',
    '审查的终结予以撤销：其前已发生的行为事后方为得知。',
  ],
  'intake.ServiceTimesMoved': [
    'Times of retrieval that ended in an outage end later.',
    '在系统中断期间届满的领取期限予以顺延。',
  ],
  'intake.ServiceTimesRecounted': [
    'Times of retrieval were counted anew on an announced calendar ({version}).',
    '领取期限已按新公布的历表（{version}）重新计算。',
  ],
  'intake.CalendarNoted': [
    'An announced calendar was noted ({version}); what depends on it was counted anew, never earlier, for both sides.',
    '已载入新公布的历表（{version}），取决于该历表的期限对双方重新计算，不得提前。',
  ],
  'intake.OutageNoted': [
    'An outage was noted ({from} to {to}); what ended in it ends later, for both sides.',
    '已载入系统中断（{from} 至 {to}），在此期间届满的期限对双方均予顺延。',
  ],
  'intake.FallbackEntryMade': [
    'A {act} that came by another channel was entered with its true instant of receipt.',
    '补录了经其他途径收到的文件（{act}），以实际收到时刻为准。',
  ],
  'intake.ReplyLapseSetAside': [
    'The lapse of the reply was set aside by a reply that had come in time.',
    '因有按期收到的答复，未答复的记录予以撤销。',
  ],
  'intake.DefaultSetAside': [
    'What the end of {deadline} had brought about was set aside by an act ({act}) that had come in time.',
    '因有按期作出的行为（{act}），{deadline} 届满的后果予以撤销。',
  ],
  'intake.WorkAssigned': [
    'A step of the secretariat ({deadlineId}) was assigned to {assignee}.',
    '秘书处的步骤（{deadlineId}）已分派给 {assignee}。',
  ],
  'intake.DelayNotified': [
    'The registry gave notice that a step ({deadlineId}) is late and expected on {expectedOn}.',
    '登记处通知：步骤（{deadlineId}）延误，预计于 {expectedOn} 完成。',
  ],
  'intake.NoticeServed': ['A notice was served on both parties at one instant.', '已同时向双方送达通知。'],
  'intake.NoticeServedAgain': ['A notice was served again; no clock moved.', '通知已再次送达，各项期限不变。'],
  'intake.NoticeRetrieved': ['{party} retrieved a notice.', '{party} 已领取通知。'],
  'intake.NoticesNotRetrieved': [
    'What had not been retrieved by the end of its time is on record; no clock stopped.',
    '期限届满仍未领取的通知已载入记录，各项期限不因此停止。',
  ],
};

const panelReview: EventWords = {
  'panelreview.PanelOpened': [
    'Both sides were called to nominate the panel; the rosters are frozen.',
    '已请双方提名专家组成员，名册予以冻结。',
  ],
  'panelreview.RostersFrozenAnew': [
    'Both sides were called to fill the seats anew; the rosters are frozen as they stand now.',
    '已请双方重新填补席位，名册按现状冻结。',
  ],
  'panelreview.UrgencyDecided': ['The panel’s word on the urgency: {verdict}.', '专家组就紧急性的意见：{verdict}。'],
  'panelreview.UrgencyViewGiven': ['A member said whether the case is urgent.', '一名成员就紧急性表达意见。'],
  'panelreview.UrgencySettled': ['The members are of one view of the urgency.', '成员就紧急性达成一致意见。'],
  'panelreview.TrackNoted': [
    'The panel goes on on the {track} track, with {seatsPerSide} seats a side.',
    '专家组改按 {track} 程序进行，每方 {seatsPerSide} 席。',
  ],
  'panelreview.LongStopNoted': [
    'The panel noted that the long-stop is now {longStop}.',
    '专家组载入最长期限现为 {longStop}。',
  ],
  'panelreview.RulesNoted': [
    'The panel noted that the case goes on under version {to} of the rules.',
    '专家组载入本案改用规则版本 {to}。',
  ],
  'panelreview.MemberNominated': ['A member was nominated for seat {seat}.', '已为席位 {seat} 提名成员。'],
  'panelreview.MemberDrawn': ['Seat {seat} was filled by lot.', '席位 {seat} 以抽签方式确定。'],
  'panelreview.DisclosureMade': ['The nominee for seat {seat} made a disclosure.', '席位 {seat} 的被提名人已作披露。'],
  'panelreview.ChallengeMade': ['The member on seat {seat} was challenged.', '对席位 {seat} 的成员提出回避。'],
  'panelreview.ChallengeTimeEnded': [
    'The time to challenge or to replace the member on seat {seat} ended unused.',
    '对席位 {seat} 的成员提出回避或更换的期限届满，未予行使。',
  ],
  'panelreview.ChallengeDecisionSigned': [
    'A co-head signed a decision on a challenge.',
    '一名共同负责人签署了关于回避的决定。',
  ],
  'panelreview.ChallengeDecided': [
    'The challenge of the member on seat {seat} was decided.',
    '对席位 {seat} 成员的回避请求已作决定。',
  ],
  'panelreview.MemberReplaced': [
    'The member on seat {seat} was replaced without reasons, as each side may once.',
    '席位 {seat} 的成员被无因更换，双方各可行使一次。',
  ],
  'panelreview.MemberRecused': ['The member on seat {seat} withdrew.', '席位 {seat} 的成员自行回避。'],
  'panelreview.PanelConvened': ['The panel was convened.', '专家组成立。'],
  'panelreview.ParityRestored': ['The panel has equal numbers again.', '专家组恢复双方人数相等。'],
  'panelreview.PanelImpossible': ['No eligible name was left for seat {seat}.', '席位 {seat} 已无合格人选。'],
  'panelreview.ClaimsNoted': ['The panel noted the claims to be decided.', '专家组载入待决的各项主张。'],
  'panelreview.ClaimsWithdrawalSetAsideNoted': [
    'The panel noted that claims stand again which were withdrawn after the screening had ended.',
    '专家组载入审查终结后撤回的主张的恢复。',
  ],
  'panelreview.ClaimsWithdrawalNoted': ['The panel noted that claims were withdrawn.', '专家组载入部分主张的撤回。'],
  'panelreview.AmendedClaimsNoted': [
    'The panel noted the claims as amendment {amendmentId} leaves them.',
    '专家组载入修正 {amendmentId} 后的各项主张。',
  ],
  'panelreview.ClaimsReplacementNoted': [
    'The panel noted that amendment {amendmentId} replaced claims.',
    '专家组载入修正 {amendmentId} 对主张的替换。',
  ],
  'panelreview.SayingsSetAside': [
    'What had been said of replaced claims was set aside.',
    '就被替换主张所作的表达不再计入。',
  ],
  'panelreview.SuspensionNoted': [
    'The panel noted the suspension; its clocks stand still.',
    '专家组载入审查的中止，其期限停止计算。',
  ],
  'panelreview.ResumptionNoted': ['The panel noted that the screening goes on.', '专家组载入审查的恢复。'],
  'panelreview.ReopeningNoted': [
    'The panel noted that both parties reopened the screening.',
    '专家组载入双方重新启动审查。',
  ],
  'panelreview.ExhibitNoted': ['The panel noted exhibit {exhibit}.', '专家组载入证据 {exhibit}。'],
  'panelreview.ConsultationsEndNoted': ['The panel noted the end of consultations.', '专家组载入磋商结束。'],
  'panelreview.ScreeningEndNoted': ['The panel noted the end of the screening.', '专家组载入审查结束。'],
  'panelreview.CalendarNoted': [
    'The panel noted an announced calendar ({version}); its clocks that depend on it were counted anew, never earlier.',
    '专家组载入新公布的历表（{version}），取决于该历表的期限重新计算，不得提前。',
  ],
  'panelreview.OutageNoted': [
    'The panel noted an outage ({from} to {to}); its clocks that ended in it end later.',
    '专家组载入系统中断（{from} 至 {to}），在此期间届满的期限予以顺延。',
  ],
  'panelreview.LapseSetAsideNoted': ['The panel noted that the lapse was set aside.', '专家组载入失效的撤销。'],
  'panelreview.FallbackEntryMade': [
    'An act ({act}) of {party} that came by another channel was entered with its true instant of receipt.',
    '补录了 {party} 经其他途径作出的行为（{act}），以实际收到时刻为准。',
  ],
  'panelreview.DefaultSetAside': [
    'What the end of {deadline} had brought about was set aside by an act ({act}) that had come in time.',
    '因有按期作出的行为（{act}），{deadline} 届满的后果予以撤销。',
  ],
  'panelreview.InformationRequested': [
    'The panel asked {askedOf} for information ({requestId}).',
    '专家组要求 {askedOf} 提供资料（{requestId}）。',
  ],
  'panelreview.InformationAnswered': [
    '{party} answered the panel ({requestId}).',
    '{party} 答复了专家组（{requestId}）。',
  ],
  'panelreview.InformationNotGiven': [
    '{askedOf} did not answer in time ({requestId}); the panel goes on with the record that it has.',
    '{askedOf} 未在期限内答复（{requestId}）；专家组依据现有记录继续进行。',
  ],
  'panelreview.ThirdPartyAdmitted': [
    'A third party was admitted ({thirdPartyId}).',
    '准许第三方参与（{thirdPartyId}）。',
  ],
  'panelreview.ThirdPartyNoteFiled': [
    'The note {materialId} of a third party was served.',
    '第三方书面意见 {materialId} 已送达。',
  ],
  'panelreview.MaterialCommented': ['{party} commented on {materialId}.', '{party} 对 {materialId} 发表评论。'],
  'panelreview.ExpertsProposed': ['{party} proposed its list of experts.', '{party} 提出了专家名单。'],
  'panelreview.ExpertChosen': [
    'A co-chair said whom to ask and what ({expertId}).',
    '一名共同主席提出征询的专家与问题（{expertId}）。',
  ],
  'panelreview.ExpertAgreed': ['Both co-chairs chose {expertId}.', '两名共同主席均选定 {expertId}。'],
  'panelreview.ExpertTaken': ['The panel asks {expertId}.', '专家组征询 {expertId}。'],
  'panelreview.ExpertDisclosed': [
    'The expert {expertId} disclosed what may bear on the report.',
    '专家 {expertId} 披露了可能影响报告的情况。',
  ],
  'panelreview.ExpertReportServed': [
    'The report {materialId} of an expert was served; time for comments starts.',
    '专家报告 {materialId} 已送达，评论期限开始计算。',
  ],
  'panelreview.ReportCommentsClosed': [
    'The time for comments on {materialId} ended.',
    '对 {materialId} 的评论期结束。',
  ],
  'panelreview.ExtensionProposed': [
    'It was proposed that {deadline} end later ({extensionId}).',
    '提议延长 {deadline}（{extensionId}）。',
  ],
  'panelreview.DeadlineExtended': [
    'The extension of {deadline} was signed by both ({extensionId}).',
    '{deadline} 的延期已获双方签署（{extensionId}）。',
  ],
  'panelreview.DelayNotified': [
    'The panel gave notice of a delay: {stage}, expected on {expectedOn}.',
    '专家组通知延迟：{stage}，预计 {expectedOn}。',
  ],
  'panelreview.InterimMeetingRequested': [
    '{party} asked for a meeting on the interim text.',
    '{party} 请求就中期文本召开会议。',
  ],
  'panelreview.InterimMeetingSet': [
    'A meeting on the interim text was set for {meetsAt}.',
    '中期文本会议定于 {meetsAt}。',
  ],
  'panelreview.ReviewOpened': ['The panel opened its review.', '专家组开始审查。'],
  'panelreview.InterimDrafted': ['An interim text was drafted.', '已起草中期文本。'],
  'panelreview.InterimSigned': ['A co-chair signed the interim text.', '一名共同主席签署了中期文本。'],
  'panelreview.InterimAgreed': ['Both co-chairs have signed the interim text.', '两名共同主席均已签署中期文本。'],
  'panelreview.InterimIssued': ['The interim text went to both parties.', '中期文本已送交双方。'],
  'panelreview.InterimMissing': ['The review ended without an interim text.', '审查期满而无中期文本。'],
  'panelreview.InterimCommented': ['A party commented on the interim text.', '一方对中期文本提出评论。'],
  'panelreview.InterimCommentsClosed': ['The time for comments on the interim text ended.', '中期文本的评论期结束。'],
  'panelreview.VotingTimeEnded': ['The time for votes ended.', '表决期限届满。'],
  'panelreview.FindingsAwaitParity': [
    'The findings wait until the panel has equal numbers again.',
    '结论须待专家组恢复双方人数相等。',
  ],
  'panelreview.FindingsDecided': ['The findings were decided and wait for certification.', '结论已作出，等待核证。'],
  'panelreview.VotesAttributed': [
    'Votes whose members chose to have them shown were set apart until the findings are issued.',
    '同意公开的表决另行保存，待结论发布时公开。',
  ],
  'panelreview.FindingsCertified': ['A co-head certified the procedure.', '一名共同负责人对程序予以核证。'],
  'panelreview.FindingsIssued': ['The findings were issued and are final.', '结论已发布，为最终结论。'],
  'panelreview.VoteCast': ['A vote was cast.', '已投票。'],
  'panelreview.VoteChanged': ['A vote was changed.', '投票已更改。'],
  'panelreview.ReasonsGiven': ['Reasons were given.', '已提出理由。'],
  'panelreview.StatementGiven': ['A separate statement was given.', '已提出单独意见。'],
  'panelreview.NoteWritten': ['A note was written in deliberation.', '评议中写入一份笔记。'],
  'panelreview.ClosingAsked': ['A co-chair asked to close the deliberation.', '一名共同主席提请结束评议。'],
  'panelreview.DeliberationClosed': ['The deliberation was closed.', '评议结束。'],
};

const referral: EventWords = {
  'referral.CalendarNoted': [
    'The referral noted an announced calendar ({version}); times that depend on it were counted anew, never earlier.',
    '移送记录载入新公布的历表（{version}），取决于该历表的期限重新计算，不得提前。',
  ],
  'referral.OutageNoted': [
    'The referral noted an outage ({from} to {to}); times that ended in it end later.',
    '移送记录载入系统中断（{from} 至 {to}），在此期间届满的期限予以顺延。',
  ],
  'referral.CaseFactLearned': [
    'The referral noted what another service told of the case.',
    '移送记录载入其他部门就本案告知的事实。',
  ],
  'referral.ExitNoticeGiven': ['An exit notice was given; the screening goes on.', '已发出退出通知，审查继续进行。'],
  'referral.DossierRequested': ['Dossier {n} was requested.', '已请求编制第 {n} 号卷宗。'],
  'referral.DossierAssembled': ['Dossier {n} was put together for signature.', '第 {n} 号卷宗已编成，待签署。'],
  'referral.DossierSigned': ['A co-head signed dossier {n}.', '一名共同负责人签署了第 {n} 号卷宗。'],
  'referral.DossierSigningClosed': ['The signing of dossier {n} was closed.', '第 {n} 号卷宗的签署已结束。'],
  'referral.SettlementFactNoted': [
    'The settlement noted what another service told of the case.',
    '和解记录载入其他部门就本案告知的事实。',
  ],
  'referral.SuspensionNoted': [
    'The time to answer a proposal of conciliation stands still with the suspension.',
    '答复调解提议的期限随中止停止计算。',
  ],
  'referral.ResumptionNoted': [
    'The time to answer a proposal of conciliation goes on with what was left of it.',
    '答复调解提议的期限以剩余时间继续计算。',
  ],
  'referral.FallbackEntryMade': [
    'An act ({act}) of {party} that came by another channel was entered with its true instant of receipt.',
    '补录了 {party} 经其他途径作出的行为（{act}），以实际收到时刻为准。',
  ],
  'referral.DefaultSetAside': [
    'What the end of {deadline} had brought about was set aside by an act ({act}) that had come in time.',
    '因有按期作出的行为（{act}），{deadline} 届满的后果予以撤销。',
  ],
  'referral.ConciliationProposed': ['Conciliation was proposed ({n}).', '已提议调解（第 {n} 次）。'],
  'referral.ConciliationBegun': [
    'The other party accepted; conciliation began ({n}).',
    '另一方接受，调解开始（第 {n} 次）。',
  ],
  'referral.ConciliationUnanswered': [
    'The proposal of conciliation was not answered in time ({n}).',
    '调解提议未在期限内获答复（第 {n} 次）。',
  ],
  'referral.ConciliationBrokenOff': [
    'A party broke off or declined conciliation ({n}).',
    '一方中断或谢绝调解（第 {n} 次）。',
  ],
  'referral.ConciliationStopped': [
    'Conciliation stopped because the screening ended ({n}).',
    '因审查终结，调解停止（第 {n} 次）。',
  ],
  'referral.SettlementTextTabled': [
    'A text of a settlement was tabled ({n}), without prejudice.',
    '已提出和解文本（第 {n} 号），不影响双方立场。',
  ],
  'referral.SettlementTextSigned': [
    'A party signed the text of a settlement ({n}).',
    '一方签署了和解文本（第 {n} 号）。',
  ],
  'referral.SettlementSigned': [
    'Both parties signed the same text: the case is settled.',
    '双方签署同一文本，案件和解。',
  ],
  'referral.SettlementWindowOpened': ['The settlement window opened.', '和解期开始。'],
  'referral.SettlementWindowLapsed': ['The settlement window passed without a settlement.', '和解期届满，未达成和解。'],
  'referral.SettlementOpenedAgain': [
    'The case can be settled anew, since it was reopened.',
    '案件重新开启，可再次和解。',
  ],
  'referral.AgreementProposed': [
    'An existing agreement was proposed for the register.',
    '已提议将一项现有协议载入登记册。',
  ],
  'referral.AgreementSigned': ['A party signed the entry of an agreement.', '一方签署了协议的载入。'],
  'referral.AgreementDeclined': ['The entry of an agreement was declined.', '协议的载入被谢绝。'],
  'referral.AgreementEntered': ['What was agreed on is tracked from here on, in public.', '所约定事项自此公开跟踪。'],
  'referral.StatusReportGiven': [
    '{party} gave its status report before review {review}.',
    '{party} 已在第 {review} 次评审前提交履行情况报告。',
  ],
  'referral.StatusReportMissed': [
    'No status report of {party} came in time before review {review}.',
    '{party} 未在第 {review} 次评审前按期提交履行情况报告。',
  ],
  'referral.ObligationVerified': [
    '{party} holds obligation {obligation}: {verdict}.',
    '{party} 对义务 {obligation} 的认定：{verdict}。',
  ],
  'referral.ObligationFulfilled': [
    'Both sides verified obligation {obligation}; it is fulfilled.',
    '双方均已核实义务 {obligation}，该义务已履行。',
  ],
  'referral.ObligationOverdue': [
    'The date of obligation {obligation} passed before both sides had verified it.',
    '义务 {obligation} 的日期届满，双方尚未均予核实。',
  ],
  'referral.DateMoveProposed': [
    'A later date was proposed for obligation {obligation}: {date}.',
    '已提议将义务 {obligation} 的日期推迟至 {date}。',
  ],
  'referral.DateMoved': [
    'Both parties moved the date of obligation {obligation} from {from} to {date}.',
    '双方将义务 {obligation} 的日期由 {from} 变更为 {date}。',
  ],
  'referral.NonPerformanceNoticed': [
    '{party} gave notice that obligation {obligation} is not performed; it is its own word.',
    '{party} 通知义务 {obligation} 未获履行；此为其单方陈述。',
  ],
  'referral.WordsKept': [
    'Words about obligation {about} were kept for the parties.',
    '关于义务 {about} 的文字仅供双方查阅。',
  ],
  'referral.ReviewClosed': [
    'Review {review} of compliance is over, and the next one is set.',
    '第 {review} 次履行评审结束，下次评审日期已定。',
  ],
  'referral.AgreementFulfilled': ['Every obligation is fulfilled.', '各项义务均已履行。'],
  'referral.DossierTransmitted': [
    'The party that asked for dossier {n} handed it to the forum.',
    '申请方已将第 {n} 号卷宗提交机构。',
  ],
  'referral.ForumEventNoted': [
    '{party} put on record what happened at the forum.',
    '{party} 将机构程序的进展记录在案。',
  ],
  'referral.DossierIssued': [
    'Dossier {n} was issued to both parties at the same instant.',
    '第 {n} 号卷宗已同时送达双方。',
  ],
};

/** By `<context>.<type>`. */
export const eventWords: EventWords = { ...intake, ...evidenceEventWords, ...panelReview, ...referral };

/** The sentence of an event; a type of a later day is named as it is. */
export function sentenceOf(context: string, type: string, data: unknown): Bilingual {
  const [en, zh] = eventWords[`${context}.${type}`] ?? [`Recorded: ${spaced(type)}.`, `已记录：${type}。`];
  return { en: filled(en, data), 'zh-Hans': filled(zh, data) };
}

const filled = (sentence: string, data: unknown): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => fieldOf(data, name));

function fieldOf(data: unknown, name: string): string {
  const value: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, name) : undefined;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '–';
}

const spaced = (type: string): string => type.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
