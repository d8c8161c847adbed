/** What an event of the evidence means to a reader of the history; `{name}` stands for a field of its payload. */
export const evidenceEventWords: Readonly<Record<string, readonly [en: string, zh: string]>> = {
  'evidence.CaseOpened': ['The record was opened for evidence.', '证据记录已开启。'],
  'evidence.RegistrationNoted': ['The evidence record noted the registration.', '证据记录载入登记情况。'],
  'evidence.ClaimsNoted': ['The evidence record noted the claims.', '证据记录载入各项主张。'],
  'evidence.PanelNoted': ['The evidence record noted who is on the panel.', '证据记录载入专家组成员。'],
  'evidence.ScreeningEndNoted': ['The evidence record noted the end of the screening.', '证据记录载入审查结束。'],
  'evidence.LongStopNoted': ['The evidence record noted where the long-stop moved.', '证据记录载入最长期限的变更。'],
  'evidence.ReopeningNoted': [
    'The evidence record noted that the screening was reopened.',
    '证据记录载入审查的重新启动。',
  ],
  'evidence.RulesNoted': [
    'The evidence record noted that the case goes on under version {to} of the rules.',
    '证据记录载入本案改用规则版本 {to}。',
  ],
  'evidence.CalendarNoted': [
    'The evidence record noted an announced calendar ({version}); times that depend on it were ' +
      'counted anew, never earlier.',
    '证据记录载入新公布的历表（{version}），取决于该历表的期限重新计算，不得提前。',
  ],
  'evidence.OutageNoted': [
    'The evidence record noted an outage ({from} to {to}); times that ended in it end later.',
    '证据记录载入系统中断（{from} 至 {to}），在此期间届满的期限予以顺延。',
  ],
  'evidence.LapseSetAsideNoted': [
    'The evidence record noted that the lapse was set aside.',
    '证据记录载入失效的撤销。',
  ],
  'evidence.ExhibitAccepted': ['Exhibit {number} was accepted.', '证据 {number} 已接收。'],
  'evidence.PublicVersionFiled': [
    'A public version of exhibit {number} was filed.',
    '已提交证据 {number} 的公开版本。',
  ],
  'evidence.CustodyHandedOver': ['Custody of exhibit {number} was handed over.', '证据 {number} 的保管已移交。'],
  'evidence.DocumentNoted': [
    'A party wrote {number} in one language: its translation is due.',
    '一方以一种语言提交 {number}，其译文应予提交。',
  ],
  'evidence.TranslationFiled': ['Translation {n} of {number} was filed.', '已提交 {number} 的第 {n} 份译文。'],
  'evidence.TranslationMissing': [
    'The time for a translation of {number} passed without one; no clock waits for it.',
    '{number} 的译文期限届满而未提交，任何期限均不因此停止。',
  ],
  'evidence.TranslationChallenged': [
    'Translation {n} of {number} was challenged.',
    '对 {number} 的第 {n} 份译文提出异议。',
  ],
  'evidence.TranslationChallengeAnswered': [
    'The challenge of translation {n} of {number} was answered; both stand side by side.',
    '对 {number} 第 {n} 份译文的异议已获答复，两者并列载明。',
  ],
  'evidence.SuspensionNoted': [
    'The evidence noted the suspension; its clocks stand still.',
    '证据记录载入审查的中止，其期限停止计算。',
  ],
  'evidence.ResumptionNoted': [
    'The evidence noted that the screening goes on, and its clocks with what was left of them.',
    '证据记录载入审查的恢复，其期限以剩余时间继续计算。',
  ],
  'evidence.ExhibitWithdrawn': [
    'Exhibit {number} was taken back by its party; a tombstone stays.',
    '证据 {number} 已由提交方撤回，留有注记。',
  ],
  'evidence.ReadersAdded': [
    'More may read exhibit {number}: {from} before, {to} now.',
    '证据 {number} 的读者范围扩大：原为 {from}，现为 {to}。',
  ],
  'evidence.ReadersTakenAway': [
    'Fewer may read exhibit {number} by decision of both co-heads: {from} before, {to} now; a tombstone stays.',
    '双方共同负责人决定缩小证据 {number} 的读者范围：原为 {from}，现为 {to}，留有注记。',
  ],
  'evidence.ReadersDecisionSigned': [
    'A co-head signed a change of the readers of exhibit {number}.',
    '一名共同负责人签署了对证据 {number} 读者范围的变更。',
  ],
  'evidence.ReadersDecisionLapsed': [
    'The time for the second signature passed: the readers of exhibit {number} stay.',
    '第二签署期限届满，证据 {number} 的读者范围保持不变。',
  ],
  'evidence.FallbackEntryMade': [
    'An act ({act}) of {party} that came by another channel was entered with its true instant of receipt.',
    '补录了 {party} 经其他途径作出的行为（{act}），以实际收到时刻为准。',
  ],
  'evidence.DefaultSetAside': [
    'What the end of {deadline} had brought about was set aside by an act ({act}) that had come in time.',
    '因有按期作出的行为（{act}），{deadline} 届满的后果予以撤销。',
  ],
  'evidence.PersonHeardNoted': [
    'The evidence record noted that the panel hears {assignment} in person.',
    '证据记录载入专家组听取 {assignment} 本人。',
  ],
  'evidence.ReviewEndNoted': [
    'The evidence record noted the end of the review: loans of exhibits have ended with it.',
    '证据记录载入审查阶段的结束，证据的出借随之终止。',
  ],
  'evidence.LoanAsked': [
    'It was asked that exhibit {number} be lent to {assignment}.',
    '请求将证据 {number} 出借给 {assignment}。',
  ],
  'evidence.ExhibitLent': [
    'Exhibit {number} was lent to {assignment}, who may read its bytes.',
    '证据 {number} 已出借给 {assignment}，后者可查阅其内容。',
  ],
  'evidence.LoanSigned': [
    'A co-head signed that exhibit {number} be lent to {assignment}.',
    '一名共同负责人签署将证据 {number} 出借给 {assignment}。',
  ],
  'evidence.LoanDecisionLapsed': [
    'The time for the second signature passed: exhibit {number} is not lent to {assignment}.',
    '第二签署期限届满，证据 {number} 未出借给 {assignment}。',
  ],
  'evidence.LoanEnded': [
    'The loan of exhibit {number} to {assignment} was ended, or its request taken back.',
    '证据 {number} 对 {assignment} 的出借已终止，或其请求已撤回。',
  ],
  'evidence.ExhibitFoundCorrupt': [
    'The bytes of {number} were found to differ from those accepted; they are not handed out.',
    '发现 {number} 的内容与接收时不符，不再提供。',
  ],
};
