import type { Bilingual } from '@parley/kernel';

/** What an event of each service means to a reader of the history; `{name}` stands for a field of its payload. */
export type EventWords = Readonly<Record<string, readonly [en: string, zh: string]>>;

const intake: EventWords = {
  'intake.GrievanceFiled': ['The grievance was filed; both desks have notice of it.', '申诉已提交，双方主管部门均已获通知。'],
  'intake.GrievanceFoundComplete': ['The filing was found complete in form.', '申诉经形式审查认定为完整。'],
  'intake.DeficiencyNoticeIssued': ['A deficiency notice was issued (round {round}).', '已发出缺陷通知（第 {round} 轮）。'],
  'intake.DeficiencyCured': ['The filer cured the defects (round {round}).', '提交方已补正缺陷（第 {round} 轮）。'],
  'intake.DocketNumberAllocated': ['The docket number {docketNumber} was given.', '已编定案号 {docketNumber}。'],
  'intake.CaseRegistered': [
    'The case was registered as {docketNumber}; time for the reply and for the panel starts.',
    '案件登记为 {docketNumber}，答复与组成专家组的期限开始计算。',
  ],
  'intake.GrievanceServed': ['The grievance was served on both parties and the panel.', '申诉已送达双方当事方与专家组。'],
  'intake.ReplyFiled': ['The respondent filed its reply.', '被申诉方提交了答复。'],
  'intake.ReplyLapsed': ['The time for a reply passed without one; the screening goes on.', '答复期限届满而无答复，审查继续进行。'],
  'intake.CallOffered': ['A call was offered for {proposedFor} ({callId}).', '提议于 {proposedFor} 通话（{callId}）。'],
  'intake.CallAnswered': ['The call was answered ({callId}).', '通话已获应答（{callId}）。'],
  'intake.CallUnanswered': ['The call was not answered ({callId}).', '通话未获应答（{callId}）。'],
  'intake.CallAccepted': ['The time of the call was accepted ({callId}).', '通话时间已获接受（{callId}）。'],
  'intake.CallMoved': ['Another time was named for the call: {proposedFor} ({callId}).', '通话另定于 {proposedFor}（{callId}）。'],
  'intake.ConsultationsEscalated': ['Consultations go on at a higher level.', '磋商提升至更高级别进行。'],
  'intake.MinutesFiled': ['A side filed its minutes of {callId} ({minutesId}).', '一方提交了 {callId} 的纪要（{minutesId}）。'],
  'intake.MinutesAgreed': ['Both sides have signed the same minutes ({minutesId}).', '双方已签署同一份纪要（{minutesId}）。'],
  'intake.ConclusionDeclared': ['{party} holds the consultations to be concluded.', '{party} 认为磋商已告结束。'],
  'intake.ConsultationsClosed': [
    'Consultations ended; what their time left open went to the co-heads.',
    '磋商结束；期满未决事项移交共同负责人。',
  ],
  'intake.SaidWithoutPrejudice': ['A party said something without prejudice.', '一方作出不影响其立场的陈述。'],
  'intake.ReleaseConsented': ['A party consented to lay a statement open.', '一方同意公开一项陈述。'],
  'intake.WithoutPrejudiceReleased': ['By both consents a statement made without prejudice was laid open.', '经双方同意，公开一项不影响立场的陈述。'],
  'intake.ClaimsWithdrawn': ['The complainant withdrew some claims; the others go on.', '申诉方撤回部分主张，其余主张继续审查。'],
  'intake.GrievanceAmended': ['The grievance was amended ({amendmentId}).', '申诉已作修正（{amendmentId}）。'],
  'intake.AmendmentServed': ['The amended grievance was served on both parties and the panel ({amendmentId}).', '修正后的申诉已送达双方当事方与专家组（{amendmentId}）。'],
  'intake.AmendmentAnswered': ['The respondent answered the amendment ({amendmentId}).', '被申诉方已就修正作出答复（{amendmentId}）。'],
  'intake.AmendmentReplyLapsed': ['The amendment was not answered in time ({amendmentId}).', '修正未在期限内获得答复（{amendmentId}）。'],
  'intake.AmendmentConsultationsClosed': ['Consultations on the amendment ended with their time ({amendmentId}).', '就修正进行的磋商期满结束（{amendmentId}）。'],
  'intake.ConsentProposed': ['Something was proposed that needs another signature ({proposalId}).', '提出一项须经另一方签署的提议（{proposalId}）。'],
  'intake.ProposalSigned': ['The proposal was signed by the other as well ({proposalId}).', '该提议已由另一方签署（{proposalId}）。'],
  'intake.ProposalDeclined': ['The proposal was declined ({proposalId}).', '该提议已被拒绝（{proposalId}）。'],
  'intake.ProposalWithdrawn': ['The proposal was taken back ({proposalId}).', '该提议已收回（{proposalId}）。'],
  'intake.ProposalLapsed': ['The proposal lapsed unsigned ({proposalId}).', '该提议未获签署而失效（{proposalId}）。'],
  'intake.DeadlineExtended': ['The deadline {deadlineId} was extended.', '期限 {deadlineId} 已延长。'],
  'intake.TrackChanged': ['The case goes on under the {track} track, before that {from}.', '本案由 {from} 程序改用 {track} 程序。'],
  'intake.ScreeningSuspended': ['Both parties suspended the screening; its clocks stand still.', '双方中止审查，各项期限停止计算。'],
  'intake.ScreeningResumed': ['The screening goes on, with what was left of its clocks.', '审查恢复，各项期限以剩余时间继续计算。'],
  'intake.ScreeningReopened': ['Both parties reopened the screening.', '双方重新启动审查。'],
  'intake.HotlineRequested': ['A call was asked for on the hotline.', '一方通过热线请求通话。'],
  'intake.HotlineUnanswered': ['Nobody answered on the hotline; the request went on.', '热线请求未获应答，已提交下一级。'],
  'intake.HotlineAcknowledged': ['The hotline request was answered.', '热线请求已获应答。'],
  'intake.CrisisTeamCalledFor': ['A crisis team was called for.', '已要求组成危机小组。'],
  'intake.CrisisTeamNoted': ['The crisis team was drawn.', '危机小组已抽签组成。'],
  'intake.OptionsDrafted': ['The crisis team drafted an options paper.', '危机小组起草了方案文件。'],
  'intake.OptionsSigned': ['One side of the crisis team signed the options paper.', '危机小组一方签署了方案文件。'],
  'intake.OptionsAgreed': ['Both sides of the crisis team have signed the options paper.', '危机小组双方均已签署方案文件。'],
  'intake.DelegationRecorded': ['A delegation to speak for {party} was recorded.', '已登记代表 {party} 行事的授权。'],
  'intake.DelegationEnded': ['A delegation to speak for {party} has an end: {endsAt}.', '代表 {party} 行事的授权于 {endsAt} 终止。'],
  'intake.ScreeningEnded': ['The screening ended: {outcome}.', '审查结束：{outcome}。'],
  'intake.LapseSetAside': ['The lapse was set aside by an act that had come in time.', '因有在期限内作出的行为，失效予以撤销。'],
  'intake.NoticeServed': ['A notice was served on both parties at one instant.', '已同时向双方送达通知。'],
  'intake.NoticeServedAgain': ['A notice was served again; no clock moved.', '通知已再次送达，各项期限不变。'],
  'intake.NoticeDelivered': ['A notice stood in the inboxes of both parties.', '通知已到达双方收件箱。'],
  'intake.NoticeRetrieved': ['{party} retrieved a notice.', '{party} 已领取通知。'],
  'intake.NoticeNotDelivered': ['A notice had not been delivered 24 hours after it was sent.', '通知发出 24 小时后仍未送达。'],
  'intake.NoticeNotRetrieved': ['A notice had not been retrieved in time; no clock stopped.', '通知未在期限内领取，各项期限不因此停止。'],
};

const evidence: EventWords = {
  'evidence.CaseOpened': ['The record was opened for evidence.', '证据记录已开启。'],
  'evidence.RegistrationNoted': ['The evidence record noted the registration.', '证据记录载入登记情况。'],
  'evidence.ClaimsNoted': ['The evidence record noted the claims.', '证据记录载入各项主张。'],
  'evidence.PanelNoted': ['The evidence record noted who is on the panel.', '证据记录载入专家组成员。'],
  'evidence.ScreeningEndNoted': ['The evidence record noted the end of the screening.', '证据记录载入审查结束。'],
  'evidence.LapseSetAsideNoted': ['The evidence record noted that the lapse was set aside.', '证据记录载入失效的撤销。'],
  'evidence.ExhibitAccepted': ['Exhibit {number} was accepted.', '证据 {number} 已接收。'],
  'evidence.PublicVersionFiled': ['A public version of exhibit {number} was filed.', '已提交证据 {number} 的公开版本。'],
  'evidence.CustodyHandedOver': ['Custody of exhibit {number} was handed over.', '证据 {number} 的保管已移交。'],
  'evidence.TranslationFiled': ['Translation {n} of exhibit {number} was filed.', '已提交证据 {number} 的第 {n} 份译文。'],
  'evidence.TranslationMissing': [
    'The time for a translation of exhibit {number} passed without one; no clock waits for it.',
    '证据 {number} 的译文期限届满而未提交，任何期限均不因此停止。',
  ],
  'evidence.TranslationChallenged': ['Translation {n} of exhibit {number} was challenged.', '对证据 {number} 的第 {n} 份译文提出异议。'],
  'evidence.TranslationChallengeAnswered': [
    'The challenge of translation {n} of exhibit {number} was answered; both stand side by side.',
    '对证据 {number} 第 {n} 份译文的异议已获答复，两者并列载明。',
  ],
  'evidence.ExhibitWithdrawn': ['Exhibit {number} was taken back by its party; a tombstone stays.', '证据 {number} 已由提交方撤回，留有注记。'],
  'evidence.ReadersAdded': ['More may read exhibit {number}: {from} before, {to} now.', '证据 {number} 的读者范围扩大：原为 {from}，现为 {to}。'],
  'evidence.ReadersTakenAway': [
    'Fewer may read exhibit {number} by decision of both co-heads: {from} before, {to} now; a tombstone stays.',
    '双方共同负责人决定缩小证据 {number} 的读者范围：原为 {from}，现为 {to}，留有注记。',
  ],
  'evidence.ReadersDecisionSigned': ['A co-head signed a change of the readers of exhibit {number}.', '一名共同负责人签署了对证据 {number} 读者范围的变更。'],
  'evidence.ReadersDecisionLapsed': [
    'The time for the second signature passed: the readers of exhibit {number} stay.',
    '第二签署期限届满，证据 {number} 的读者范围保持不变。',
  ],
  'evidence.ExhibitFoundCorrupt': [
    'The bytes of exhibit {number} were found to differ from those accepted; they are not handed out.',
    '发现证据 {number} 的内容与接收时不符，不再提供。',
  ],
};

const panelReview: EventWords = {
  'panelreview.PanelOpened': [
    'Both sides were called to nominate the panel; the rosters are frozen.',
    '已请双方提名专家组成员，名册予以冻结。',
  ],
  'panelreview.UrgencyDecided': ['The panel’s word on the urgency: {verdict}.', '专家组就紧急性的意见：{verdict}。'],
  'panelreview.UrgencyViewGiven': ['A member said whether the case is urgent.', '一名成员就紧急性表达意见。'],
  'panelreview.UrgencySettled': ['The members are of one view of the urgency.', '成员就紧急性达成一致意见。'],
  'panelreview.TrackNoted': ['The panel goes on on the {track} track, with {seatsPerSide} seats a side.', '专家组改按 {track} 程序进行，每方 {seatsPerSide} 席。'],
  'panelreview.LongStopNoted': ['The panel noted that the long-stop is now {longStop}.', '专家组载入最长期限现为 {longStop}。'],
  'panelreview.MemberNominated': ['A member was nominated for seat {seat}.', '已为席位 {seat} 提名成员。'],
  'panelreview.MemberDrawn': ['Seat {seat} was filled by lot.', '席位 {seat} 以抽签方式确定。'],
  'panelreview.DisclosureMade': ['The nominee for seat {seat} made a disclosure.', '席位 {seat} 的被提名人已作披露。'],
  'panelreview.ChallengeMade': ['The member on seat {seat} was challenged.', '对席位 {seat} 的成员提出回避。'],
  'panelreview.ChallengeTimeEnded': [
    'The time to challenge or to replace the member on seat {seat} ended unused.',
    '对席位 {seat} 的成员提出回避或更换的期限届满，未予行使。',
  ],
  'panelreview.ChallengeDecisionSigned': ['A co-head signed a decision on a challenge.', '一名共同负责人签署了关于回避的决定。'],
  'panelreview.ChallengeDecided': ['The challenge of the member on seat {seat} was decided.', '对席位 {seat} 成员的回避请求已作决定。'],
  'panelreview.MemberReplaced': [
    'The member on seat {seat} was replaced without reasons, as each side may once.',
    '席位 {seat} 的成员被无因更换，双方各可行使一次。',
  ],
  'panelreview.MemberRecused': ['The member on seat {seat} withdrew.', '席位 {seat} 的成员自行回避。'],
  'panelreview.PanelConvened': ['The panel was convened.', '专家组成立。'],
  'panelreview.ParityRestored': ['The panel has equal numbers again.', '专家组恢复双方人数相等。'],
  'panelreview.PanelImpossible': ['No eligible name was left for seat {seat}.', '席位 {seat} 已无合格人选。'],
  'panelreview.ClaimsNoted': ['The panel noted the claims to be decided.', '专家组载入待决的各项主张。'],
  'panelreview.ClaimsWithdrawalNoted': ['The panel noted that claims were withdrawn.', '专家组载入部分主张的撤回。'],
  'panelreview.AmendedClaimsNoted': ['The panel noted the claims as amendment {amendmentId} leaves them.', '专家组载入修正 {amendmentId} 后的各项主张。'],
  'panelreview.ClaimsReplacementNoted': ['The panel noted that amendment {amendmentId} replaced claims.', '专家组载入修正 {amendmentId} 对主张的替换。'],
  'panelreview.SayingsSetAside': ['What had been said of replaced claims was set aside.', '就被替换主张所作的表达不再计入。'],
  'panelreview.SuspensionNoted': ['The panel noted the suspension; its clocks stand still.', '专家组载入审查的中止，其期限停止计算。'],
  'panelreview.ResumptionNoted': ['The panel noted that the screening goes on.', '专家组载入审查的恢复。'],
  'panelreview.ReopeningNoted': ['The panel noted that both parties reopened the screening.', '专家组载入双方重新启动审查。'],
  'panelreview.ExhibitNoted': ['The panel noted exhibit {exhibit}.', '专家组载入证据 {exhibit}。'],
  'panelreview.ConsultationsEndNoted': ['The panel noted the end of consultations.', '专家组载入磋商结束。'],
  'panelreview.ScreeningEndNoted': ['The panel noted the end of the screening.', '专家组载入审查结束。'],
  'panelreview.LapseSetAsideNoted': ['The panel noted that the lapse was set aside.', '专家组载入失效的撤销。'],
  'panelreview.InformationRequested': ['The panel asked {askedOf} for information ({requestId}).', '专家组要求 {askedOf} 提供资料（{requestId}）。'],
  'panelreview.InformationAnswered': ['{party} answered the panel ({requestId}).', '{party} 答复了专家组（{requestId}）。'],
  'panelreview.InformationNotGiven': [
    '{askedOf} did not answer in time ({requestId}); the panel goes on with the record that it has.',
    '{askedOf} 未在期限内答复（{requestId}）；专家组依据现有记录继续进行。',
  ],
  'panelreview.ThirdPartyAdmitted': ['A third party was admitted ({thirdPartyId}).', '准许第三方参与（{thirdPartyId}）。'],
  'panelreview.ThirdPartyNoteFiled': ['The note {materialId} of a third party was served.', '第三方书面意见 {materialId} 已送达。'],
  'panelreview.MaterialCommented': ['{party} commented on {materialId}.', '{party} 对 {materialId} 发表评论。'],
  'panelreview.ExpertsProposed': ['{party} proposed its list of experts.', '{party} 提出了专家名单。'],
  'panelreview.ExpertChosen': ['A co-chair said whom to ask and what ({expertId}).', '一名共同主席提出征询的专家与问题（{expertId}）。'],
  'panelreview.ExpertAgreed': ['Both co-chairs chose {expertId}.', '两名共同主席均选定 {expertId}。'],
  'panelreview.ExpertTaken': ['The panel asks {expertId}.', '专家组征询 {expertId}。'],
  'panelreview.ExpertReportServed': ['The report {materialId} of an expert was served; time for comments starts.', '专家报告 {materialId} 已送达，评论期限开始计算。'],
  'panelreview.ReportCommentsClosed': ['The time for comments on {materialId} ended.', '对 {materialId} 的评论期结束。'],
  'panelreview.DelayNotified': ['The panel gave notice of a delay: {stage}, expected on {expectedOn}.', '专家组通知延迟：{stage}，预计 {expectedOn}。'],
  'panelreview.InterimMeetingRequested': ['{party} asked for a meeting on the interim text.', '{party} 请求就中期文本召开会议。'],
  'panelreview.InterimMeetingSet': ['A meeting on the interim text was set for {meetsAt}.', '中期文本会议定于 {meetsAt}。'],
  'panelreview.ReviewOpened': ['The panel opened its review.', '专家组开始审查。'],
  'panelreview.InterimDrafted': ['An interim text was drafted.', '已起草中期文本。'],
  'panelreview.InterimSigned': ['A co-chair signed the interim text.', '一名共同主席签署了中期文本。'],
  'panelreview.InterimAgreed': ['Both co-chairs have signed the interim text.', '两名共同主席均已签署中期文本。'],
  'panelreview.InterimIssued': ['The interim text went to both parties.', '中期文本已送交双方。'],
  'panelreview.InterimMissing': ['The review ended without an interim text.', '审查期满而无中期文本。'],
  'panelreview.InterimCommented': ['A party commented on the interim text.', '一方对中期文本提出评论。'],
  'panelreview.InterimCommentsClosed': ['The time for comments on the interim text ended.', '中期文本的评论期结束。'],
  'panelreview.VotingTimeEnded': ['The time for votes ended.', '表决期限届满。'],
  'panelreview.FindingsAwaitParity': ['The findings wait until the panel has equal numbers again.', '结论须待专家组恢复双方人数相等。'],
  'panelreview.FindingsDecided': ['The findings were decided and wait for certification.', '结论已作出，等待核证。'],
  'panelreview.VotesAttributed': ['Votes whose members chose to have them shown were set apart until the findings are issued.', '同意公开的表决另行保存，待结论发布时公开。'],
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
  'referral.CaseFactLearned': ['The referral noted what another service told of the case.', '移送记录载入其他部门就本案告知的事实。'],
  'referral.ExitNoticeGiven': ['The complainant gave an exit notice; the screening goes on.', '申诉方发出退出通知，审查继续进行。'],
  'referral.DossierRequested': ['Dossier {n} was requested.', '已请求编制第 {n} 号卷宗。'],
  'referral.DossierAssembled': ['Dossier {n} was put together for signature.', '第 {n} 号卷宗已编成，待签署。'],
  'referral.DossierSigned': ['A co-head signed dossier {n}.', '一名共同负责人签署了第 {n} 号卷宗。'],
  'referral.DossierSigningClosed': ['The signing of dossier {n} was closed.', '第 {n} 号卷宗的签署已结束。'],
  'referral.SettlementFactNoted': ['The settlement noted what another service told of the case.', '和解记录载入其他部门就本案告知的事实。'],
  'referral.ConciliationProposed': ['Conciliation was proposed ({n}).', '已提议调解（第 {n} 次）。'],
  'referral.ConciliationBegun': ['The other party accepted; conciliation began ({n}).', '另一方接受，调解开始（第 {n} 次）。'],
  'referral.ConciliationUnanswered': ['The proposal of conciliation was not answered in time ({n}).', '调解提议未在期限内获答复（第 {n} 次）。'],
  'referral.ConciliationBrokenOff': ['A party broke off or declined conciliation ({n}).', '一方中断或谢绝调解（第 {n} 次）。'],
  'referral.ConciliationStopped': ['Conciliation stopped because the screening ended ({n}).', '因审查终结，调解停止（第 {n} 次）。'],
  'referral.SettlementTextTabled': ['A text of a settlement was tabled ({n}), without prejudice.', '已提出和解文本（第 {n} 号），不影响双方立场。'],
  'referral.SettlementTextSigned': ['A party signed the text of a settlement ({n}).', '一方签署了和解文本（第 {n} 号）。'],
  'referral.SettlementSigned': ['Both parties signed the same text: the case is settled.', '双方签署同一文本，案件和解。'],
  'referral.SettlementWindowOpened': ['The settlement window opened.', '和解期开始。'],
  'referral.SettlementWindowLapsed': ['The settlement window passed without a settlement.', '和解期届满，未达成和解。'],
  'referral.SettlementOpenedAgain': ['The case can be settled anew, since it was reopened.', '案件重新开启，可再次和解。'],
  'referral.DossierIssued': ['Dossier {n} was issued to both parties at the same instant.', '第 {n} 号卷宗已同时送达双方。'],
};

/** By `<context>.<type>`. */
export const eventWords: EventWords = { ...intake, ...evidence, ...panelReview, ...referral };

/** The sentence of an event; a type of a later day is named as it is. */
export function sentenceOf(context: string, type: string, data: unknown): Bilingual {
  const [en, zh] = eventWords[`${context}.${type}`] ?? [`Recorded: ${spaced(type)}.`, `已记录：${type}。`];
  return { en: filled(en, data), 'zh-Hans': filled(zh, data) };
}

const filled = (sentence: string, data: unknown): string => sentence.replace(/\{(\w+)\}/g, (_, name: string) => fieldOf(data, name));

function fieldOf(data: unknown, name: string): string {
  const value: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, name) : undefined;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '–';
}

const spaced = (type: string): string => type.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
