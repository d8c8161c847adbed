import { entry } from '../entry';

/** Exhibits, their custody, readers, loans and translations: that they exist, never what they contain. */
export const evidence = {
  'evidence.ExhibitAccepted': entry(
    'party',
    ['exhibit', '证据'],
    [
      'Exhibit {exhibitNumber/number} was filed[ by {party|party}]{tier|filedTier}.',
      '[{party|party}]已提交证据 {exhibitNumber/number}{tier|filedTier}。',
    ],
    ['Service of an exhibit', '送达证据'],
  ),
  'evidence.PublicVersionFiled': entry(
    'party',
    ['public version of an exhibit', '证据的公开版本'],
    [
      'A public version of exhibit {exhibitNumber/number} was filed[ by {party|party}].',
      '[{party|party}]已提交证据 {exhibitNumber/number} 的公开版本。',
    ],
    ['Service of the public version of an exhibit', '送达证据的公开版本'],
  ),
  'evidence.CustodyHandedOver': entry(
    'party',
    ['custody of an exhibit', '证据保管移交'],
    [
      'Custody of exhibit {exhibitNumber/number} was handed over[ from {entry.from} to {entry.to}].',
      '证据 {exhibitNumber/number} 的保管已[由 {entry.from} ]移交[ {entry.to}]。',
    ],
  ),
  'evidence.ExhibitFoundCorrupt': entry(
    'registry',
    ['damage of an exhibit', '证据受损'],
    [
      'The bytes of {number} were found to differ from those accepted; they are not handed out.',
      '发现 {number} 的内容与接收时不符，不再提供。',
    ],
  ),
  'evidence.DocumentNoted': entry(
    'party',
    ['document to be translated', '待译文件'],
    [
      '{party|party} wrote the document “{kind|document}[ {label}]” in one language: its translation is due.',
      '{party|party}以一种语言提交文件“{kind|document}[ {label}]”，其译文应予提交。',
    ],
    ['A translation of a document of a party is due', '一方文件的译文应予提交'],
  ),
  'evidence.TranslationFiled': entry(
    'party',
    ['translation', '译文'],
    [
      'Translation {n} of {of|original} {document/exhibitNumber/number|paper} was filed[ by {party|party}]{late|late}.',
      '{of|original} {document/exhibitNumber/number|paper}的第 {n} 份译文已[由{party|party}]{late|late}提交。',
    ],
    ['Service of a translation', '送达译文'],
  ),
  'evidence.TranslationMissing': entry(
    'time',
    ['missing translation', '未提交的译文'],
    [
      'The time for a translation of {of|original} {document/exhibitNumber/number|paper} passed without one; no ' +
        'clock waits for it.',
      '{of|original} {document/exhibitNumber/number|paper}的译文期限届满而未提交，任何期限均不因此停止。',
    ],
    ['The time for a translation has passed without one', '译文期限届满而未提交'],
  ),
  'evidence.TranslationChallenged': entry(
    'party',
    ['challenge of a translation', '对译文的异议'],
    [
      '{party|party} challenged translation {n} of {of|original} {document/exhibitNumber/number|paper}.',
      '{party|party}对{of|original} {document/exhibitNumber/number|paper}的第 {n} 份译文提出异议。',
    ],
    ['A translation was challenged and may be answered', '译文被提出异议，可予答复'],
  ),
  'evidence.TranslationChallengeAnswered': entry(
    'party',
    ['answer to the challenge of a translation', '对译文异议的答复'],
    [
      'The challenge of translation {n} of {of|original} {document/exhibitNumber/number|paper} was answered' +
        '[ by {actor.party|party}]; both stand side by side.',
      '对{of|original} {document/exhibitNumber/number|paper}第 {n} 份译文的异议已获[{actor.party|party}]答复，两者并列载明。',
    ],
    ['The challenge of a translation was answered', '对译文的异议已获答复'],
  ),
  'evidence.ExhibitWithdrawn': entry(
    'party',
    ['withdrawal of an exhibit', '撤回证据'],
    [
      'Exhibit {exhibitNumber/number} was taken back by its party[, {party|party}]. Its bytes are not handed ' +
        'out any more; a tombstone stays.',
      '证据 {exhibitNumber/number} 已由提交方[（{party|party}）]撤回，内容不再提供，留有注记。',
    ],
    ['An exhibit was taken back', '证据已撤回'],
  ),
  'evidence.ReadersAdded': entry(
    'party',
    ['further readers of an exhibit', '证据读者范围扩大'],
    [
      'More may read exhibit {exhibitNumber/number}[, by leave of {basis|authority}]: {from|tier} before, ' +
        '{to|tier} now.',
      '[经{basis|authority}许可，]证据 {exhibitNumber/number} 的读者范围扩大：原为{from|tier}，现为{to|tier}。',
    ],
    ['More may read an exhibit', '证据读者范围扩大'],
  ),
  'evidence.ReadersTakenAway': entry(
    'coheads',
    ['fewer readers of an exhibit', '证据读者范围缩小'],
    [
      'Exhibit {exhibitNumber/number} is read by fewer than before, by decision of {who}: {from|tier} before, ' +
        '{to|tier} now; a tombstone stays.',
      '经{who}决定，证据 {exhibitNumber/number} 的读者范围已缩小：原为{from|tier}，现为{to|tier}，留有注记。',
    ],
    ['Fewer may read an exhibit', '证据读者范围缩小'],
  ),
  'evidence.ReadersDecisionSigned': entry(
    'cohead',
    ['signature of a change of readers', '签署读者范围的变更'],
    [
      '{who}[ of {party|party}] signed a change of the readers of exhibit {number}.',
      '[{party|party}的]{who}签署了对证据 {number} 读者范围的变更。',
    ],
    ['A change of the readers of an exhibit awaits another signature', '证据读者范围的变更待另一方签署'],
  ),
  'evidence.ReadersDecisionLapsed': entry(
    'time',
    ['lapse of a change of readers', '读者范围的变更失效'],
    [
      'The time for the second signature[, that of {missing|parties},] passed: the readers of exhibit {number} stay.',
      '第二签署[（{missing|parties}）]期限届满，证据 {number} 的读者范围保持不变。',
    ],
    ['The readers of an exhibit stay', '证据读者范围保持不变'],
  ),
  'evidence.LoanAsked': entry(
    'panel',
    ['request to lend an exhibit', '出借证据的请求'],
    [
      'It was asked[ by {as/by|authority}][ ({actor.personId})] that exhibit {exhibitNumber/number} be lent to ' +
        '{heardAs|heard}[, {person}].',
      '[{as/by|authority}][（{actor.personId}）]请求将证据 {exhibitNumber/number} ' +
        '出借给{heardAs|heard}[（{person}）]。',
    ],
    ['It was asked that an exhibit be lent to an expert or a third party', '请求将证据出借给专家或第三方'],
  ),
  'evidence.ExhibitLent': entry(
    'party',
    ['loan of an exhibit', '证据出借'],
    [
      'Exhibit {exhibitNumber/number} was lent to {heardAs|heard}[, {person}]' +
        '[, by leave of {basis/by|authority}].',
      '[经{basis/by|authority}许可，]证据 {exhibitNumber/number} 已出借给{heardAs|heard}[（{person}）]。',
    ],
    ['An exhibit was lent to an expert or a third party', '证据已出借给专家或第三方'],
  ),
  'evidence.LoanSigned': entry(
    'cohead',
    ['signature of a loan', '签署证据出借'],
    [
      '{who}[ of {signedFor|party}] signed that exhibit {number} be lent to {heardAs|heard}[, {person}].',
      '[{signedFor|party}的]{who}签署将证据 {number} 出借给{heardAs|heard}[（{person}）]。',
    ],
    ['The loan of an exhibit awaits another signature', '证据的出借待另一方签署'],
  ),
  'evidence.LoanDecisionLapsed': entry(
    'time',
    ['lapse of a loan', '证据出借未获签署'],
    [
      'The time for the second signature[, that of {missing|parties},] passed: exhibit {number} is not lent to ' +
        '{heardAs|heard}[, {person}].',
      '第二签署[（{missing|parties}）]期限届满，证据 {number} 未出借给{heardAs|heard}[（{person}）]。',
    ],
    ['An exhibit is not lent: no second co-head signed in time', '证据未予出借：期限内无第二名共同负责人签署'],
  ),
  'evidence.LoanEnded': entry(
    'party',
    ['end of a loan', '证据出借终止'],
    [
      'The loan of exhibit {exhibitNumber/number} to {heardAs|heard}[, {person},] was ended, or its ' +
        'request taken back[, by {as/by|authority}][ ({actor.personId})].',
      '证据 {exhibitNumber/number} 对{heardAs|heard}[（{person}）]的出借已[由{as/by|authority}]终止，' +
        '或其请求已撤回[（{actor.personId}）]。',
    ],
    ['The loan of an exhibit has ended', '证据的出借已终止'],
  ),
  'evidence.ReviewEndNoted': entry(
    'registry',
    ['end of the review', '审查阶段结束'],
    [
      'The evidence record noted the end of the review: loans of exhibits have ended with it.',
      '证据记录载入审查阶段的结束，证据的出借随之终止。',
    ],
    ['Loans of exhibits have ended with the review', '证据的出借随审查阶段结束而终止'],
  ),
  'panelreview.ClaimEvidenceOpened': entry(
    'panel',
    ['days for evidence on a later claim', '就后提主张举证的期间'],
    [
      'Evidence on a claim that came during the review[ ({claims|claims})] is taken until its own last day. It ' +
        'counts for that claim only.',
      '审查期间提出的主张[（{claims|claims}）]，可在其自身的举证截止日前举证，所提证据仅适用于该主张。',
    ],
    ['Evidence on a claim that came during the review is taken', '可就审查期间提出的主张举证'],
  ),
  'panelreview.ClaimEvidenceClosed': entry(
    'time',
    ['close of evidence on a later claim', '就后提主张举证的期间结束'],
    [
      'Evidence on a claim that came during the review[ by amendment {amendmentId}] is closed, and the time to ' +
        'comment on it begins.',
      '就审查期间[以修正 {amendmentId} ]提出的主张举证的期间结束，对该证据的评论期开始。',
    ],
    ['Evidence on a claim that came during the review is closed', '就审查期间提出的主张举证的期间结束'],
  ),
  'panelreview.ClaimCommentsClosed': entry(
    'time',
    ['close of the comments on evidence on a later claim', '对后提主张的证据的评论期结束'],
    [
      'Comments on the evidence on a claim that came during the review[ by amendment {amendmentId}] are closed.',
      '对审查期间[以修正 {amendmentId} ]提出的主张的证据的评论期结束。',
    ],
    ['The time for comments on the evidence on a later claim has ended', '对后提主张的证据的评论期结束'],
  ),
};
