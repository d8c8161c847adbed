import type { DefaultId, SilenceRule } from './silence';

const rule = (id: DefaultId, stage: string, en: string, zh: string): SilenceRule => ({
  id,
  stage,
  description: { en, 'zh-Hans': zh },
});

const rules: readonly SilenceRule[] = [
  rule(
    'automatic-check-decides',
    'S2',
    'The automatic check decides: complete if it passes, else the deficiency notice issues itself.',
    '由自动审查决定：通过则视为完备，否则自动发出缺陷通知。',
  ),
  rule(
    'closed-without-prejudice',
    'S2b',
    'The case is closed without prejudice; it may be filed again.',
    '案件终结，不影响当事方权利；可以重新提交。',
  ),
  rule(
    'recorded-as-unanswered',
    'S4',
    'The grievance is recorded as unanswered and goes on with the full panel.',
    '记录为未答复，程序由完整专家组继续进行。',
  ),
  rule(
    'escalated-to-co-heads',
    'S5',
    'The matter is escalated to the co-heads, and the screening goes on.',
    '提交共同负责人处理，审查程序继续进行。',
  ),
  rule('escalated-to-deputies', 'S5', 'The consultations go on between the deputies.', '磋商由副职官员继续进行。'),
  rule('drawn-by-lot', 'S6', 'The seat is filled by lot from that side’s roster.', '从该方名册中抽签填补席位。'),
  rule(
    'nonce-left-out',
    'S6',
    'The draw is held without the nonces that were not laid open, and the record says whose they were.',
    '抽签不计未公开的随机数而进行，并载明其所属一方。',
  ),
  rule(
    'right-to-challenge-lapses',
    'S6',
    'No challenge was made; the nominees are seated.',
    '未提出回避，被提名人就任。',
  ),
  rule(
    'member-stays',
    'S6',
    'The challenged member stays, and the challenge is on record.',
    '被申请回避的成员留任，回避申请记录在案。',
  ),
  rule(
    'evidence-closes',
    'S7',
    'Evidence is closed; what comes or is taken back later needs the leave of both co-chairs.',
    '举证期结束；此后提交或撤回证据须经两名共同主席一致许可。',
  ),
  rule(
    'answers-to-evidence-close',
    'S7',
    'Answers to the last evidence are closed; what comes later needs the leave of both co-chairs.',
    '对最后证据的回应期结束；此后提交证据须经两名共同主席一致许可。',
  ),
  rule(
    'panel-goes-on-with-its-record',
    'S7',
    'The panel goes on with the record that it has, and says so.',
    '专家组依据现有记录继续进行，并予以说明。',
  ),
  rule(
    'no-interim-text-findings-start',
    'S7',
    'The missing interim text is recorded, and the time for findings starts at once.',
    '记录未提交中期文本，作出结论的期限立即起算。',
  ),
  rule('interim-is-final', 'S8', 'The interim text is final.', '中期文本即为最终文本。'),
  rule(
    'undecided-claims-not-agreed',
    'S9',
    'A claim that is not decided is “not agreed”.',
    '未作决定的主张为“未达成一致”。',
  ),
  rule(
    'issued-with-missing-certification-noted',
    'S9',
    'The findings are issued, and the missing certification is noted.',
    '结论发布，并注明缺少核证。',
  ),
  rule(
    'reasons-published',
    'I-75',
    'Reasons and statements are published without what was marked as confidential by then.',
    '理由与单独意见公布，届时已标记为机密的段落除外。',
  ),
  rule(
    'conciliation-recorded-as-unanswered',
    'S10',
    'The proposal of conciliation is recorded as unanswered; the screening goes on.',
    '调解提议记录为未获答复，审查程序继续进行。',
  ),
  rule(
    'settlement-window-lapses',
    'S10',
    'The settlement window lapses; it holds back no referral.',
    '和解期届满；不妨碍移送。',
  ),
  rule(
    'obligation-recorded-as-overdue',
    'S13',
    'The obligation is recorded as overdue, in public.',
    '该义务公开记录为逾期。',
  ),
  rule(
    'missing-report-recorded',
    'S13',
    'The missing status report is recorded, in public.',
    '未提交履行情况报告一事公开记录在案。',
  ),
  rule(
    'report-verified-by-silence',
    'S13',
    'What was reported counts as verified by silence.',
    '所报告的情况因无回应而视为已核实。',
  ),
  rule(
    'stays-disputed',
    'S13',
    'There was no joint check; what was refused stays disputed, in public.',
    '未进行联合核查；被拒绝认可的情况继续公开列为有争议。',
  ),
  rule(
    'next-review-is-set',
    'S13',
    'What was not verified by the review is recorded, and the next review is set.',
    '截至评审日未经核实的事项记录在案，并确定下一次评审日期。',
  ),
  rule(
    'dossier-built-without-abstaining-co-head',
    'S12',
    'The dossier is built though a co-head abstains, and the record says so.',
    '即使一名共同负责人弃权，仍编制卷宗，并记录在案。',
  ),
  rule(
    'act-cannot-be-entered',
    'late entries',
    'What came by another channel cannot be entered any more; what silence brought about stands.',
    '经其他途径收到的行为不得再行补录，期限届满的后果继续有效。',
  ),
  rule(
    'late-entry-does-not-count',
    'late entries',
    'The late entry does not count, and the record says that the other side’s registry did not confirm it.',
    '补录不生效，并载明另一方登记处官员未予确认。',
  ),
  rule(
    'act-stands',
    'repudiation',
    'The act stands, and its side can repudiate it no more.',
    '该行为继续有效，其所属一方不得再予否认。',
  ),
  rule('readers-stay', 'I-42', 'Who reads the exhibit stays as it is.', '证物的读者范围保持不变。'),
  rule(
    'summary-recorded-as-unanswered',
    'addressing',
    'That no summary was given becomes a public fact; no clock waits for it.',
    '未提供摘要一事成为公开事实；任何期限不因此停止。',
  ),
  rule(
    'missing-translation-recorded',
    'languages',
    'The missing translation is recorded; no clock waits for it.',
    '记录未提交译文；任何期限不因此停止。',
  ),
  rule('non-delivery-recorded', 'service', '“Not delivered” becomes a fact of record.', '“未送达”记录在案。'),
  rule(
    'non-retrieval-recorded',
    'service',
    '“Not retrieved” becomes a fact of record; no clock stops.',
    '“未领取”记录在案；任何期限不停止。',
  ),
  rule(
    'screening-lapses',
    'long-stop',
    'The screening lapses; a dossier without findings may issue at once.',
    '审查程序失效；可立即签发不含结论的卷宗。',
  ),
  rule(
    'proposal-lapses',
    'consent',
    'The proposal lapses unsigned; nothing else changes.',
    '提议未获签署而失效，其他一切不变。',
  ),
  rule(
    'suspended-screening-lapses',
    'S11',
    'The screening lapses, because it was not resumed within the longest suspension.',
    '中止期届满而未恢复，审查程序失效。',
  ),
  rule(
    'suspended-screening-goes-on',
    'S11',
    'The screening goes on, and its clocks with what was left of them.',
    '审查恢复，各项期限以剩余时间继续计算。',
  ),
  rule('urgency-granted', 'urgent', 'The urgent track is granted.', '准予适用紧急程序。'),
  rule(
    'urgency-not-confirmed',
    'I-25',
    'Urgency is not confirmed. The standard clocks start from there.',
    '紧急程序未获确认，自该时起适用普通程序的期限。',
  ),
  rule(
    'call-recorded-as-unanswered',
    'urgent',
    'The call is recorded as not offered or not answered.',
    '记录为未提议通话或未接听。',
  ),
];

export const silence2026 = Object.fromEntries(rules.map((entry) => [entry.id, entry])) as Readonly<
  Record<DefaultId, SilenceRule>
>;
