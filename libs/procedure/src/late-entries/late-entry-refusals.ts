import type { RefusalReason } from '@parley/kernel';

/** Why an act that came by another channel is not entered, or an entry not answered. */
export const lateEntryRefusals = {
  cameInFuture: {
    code: 'late-entry-in-the-future',
    rule: 'I-67',
    status: 422,
    en:
      'What is entered came before it is entered; `received.cameAt` lies in the past. What has not come yet is done ' +
      'here.',
    'zh-Hans': '补录的行为须在补录之前收到；`received.cameAt` 应为过去的时刻。尚未收到的，请直接在此作出。',
  },
  enteredTooLate: {
    code: 'late-entry-out-of-time',
    rule: 'I-67',
    en:
      'It is entered by the end of the next joint business day after it came, or after the declared outage that ' +
      'covers that instant (urgent: within 24 hours); that time is over. Send it as a letter, so that it is on ' +
      'record, or agree with the other side.',
    'zh-Hans':
      '补录须于收到后，或涵盖该时刻的已宣告系统中断结束后，下一共同工作日终了前（紧急程序为 24 小时内）进行；' +
      '该期限已过。可以函件提交，以载入记录，或与对方商定。',
  },
  cameBeforeItsTime: {
    code: 'late-entry-before-its-time',
    rule: 'I-67',
    status: 422,
    en: 'It cannot have come before its time had begun. Check `received.cameAt`, and what it answers.',
    'zh-Hans': '该行为不可能在其期限起算之前收到。请核对 `received.cameAt` 及其所答复的事项。',
  },
  cameTooLate: {
    code: 'late-entry-came-too-late',
    rule: 'I-19',
    en:
      'It came after the time had ended, so it sets nothing aside. Send it as a letter, so that it is on ' +
      'record, or agree with the other side.',
    'zh-Hans': '收到时期限已届满，不能撤销任何后果。可以函件提交，以载入记录，或与对方商定。',
  },
  nothingAwaited: {
    code: 'late-entry-nothing-awaited',
    rule: 'I-19',
    en: 'No such act is awaited, and no default stands in its place. Send it as a letter, or do it as an act of today.',
    'zh-Hans': '目前并不等待此项行为，也没有代替此项行为的缺省后果。可以函件提交，或作为当日行为为之。',
  },
  overtaken: {
    code: 'late-entry-overtaken',
    rule: 'I-19',
    en:
      'A later step stands that cannot be undone any more, so the default that it rests on stands too. ' +
      'Send it as a letter, so that it is on record.',
    'zh-Hans': '其后步骤已无法撤销，其所依据的缺省后果亦继续有效。可以函件提交，以载入记录。',
  },
  tooMany: {
    code: 'too-many-late-entries',
    rule: 'I-67',
    en: '20 entries of your side await an answer in this part of the case; no more are taken until some are answered.',
    'zh-Hans': '贵方在本案此部分已有二十项补录尚待答复；须待其中若干项获答复后方可再行补录。',
  },
  unknownEntry: {
    code: 'unknown-late-entry',
    rule: 'I-67',
    status: 404,
    en: 'There is no such entry.',
    'zh-Hans': '没有该项补录。',
  },
  ownEntry: {
    code: 'own-late-entry',
    rule: 'I-67',
    status: 403,
    en: 'An entry is answered by a registry officer of the other side, never by the side that claims it.',
    'zh-Hans': '补录由另一方的登记处官员答复，不得由主张补录的一方自行答复。',
  },
  answered: {
    code: 'late-entry-answered',
    rule: 'I-67',
    en: 'The entry has been answered, or its time for an answer is over; what the record says of it stands.',
    'zh-Hans': '该项补录已获答复，或答复期限已过；记录所载结果继续有效。',
  },
  answerLate: {
    code: 'late-entry-answer-late',
    rule: 'I-67',
    en:
      'The time for an answer is over: the entry does not count, and the other side may send it as a letter; paper ' +
      'for somebody of neither side stands as unconfirmed, and that person may replace it.',
    'zh-Hans':
      '答复期限已过：该项补录不生效，另一方可以函件提交；代案外人员录入的材料作为未经确认的材料存续，本人可予替换。',
  },
  paperTooLate: {
    code: 'paper-too-late-to-be-answered',
    rule: 'I-70',
    en:
      'The other side’s registry has time to confirm or refuse it, which would end when the time for it is over. The ' +
      'person concerned can still do it in person while that time runs.',
    'zh-Hans': '另一方登记处须有确认或拒绝的时间，而届时该事项的期限已过。在该期限内，本人仍可亲自为之。',
  },
  paperWaits: {
    code: 'paper-awaits-answer',
    rule: 'I-67',
    en:
      'What was entered for this person already awaits the answer of the other side’s registry. Enter more once ' +
      'that has come; the person concerned can replace it at once.',
    'zh-Hans': '代该人员录入的材料正待另一方登记处答复。请待答复后再行录入；本人可随时予以替换。',
  },
  paperRefused: {
    code: 'paper-was-refused',
    rule: 'I-67',
    en:
      'The other side’s registry refused what was entered for this person, so only what the person does in person ' +
      'counts. Let the person act here with a token of their own.',
    'zh-Hans': '另一方登记处已拒绝代该人员录入的材料，故仅其本人亲自所为者有效。请由本人以其自己的令牌在此为之。',
  },
  nothingToReplace: {
    code: 'no-such-paper-to-replace',
    rule: 'I-67',
    status: 422,
    en: 'No such paper was entered in your name, or it was replaced already. Leave `replaces` out to add to it.',
    'zh-Hans': '没有以您名义录入的该项材料，或该项材料已被替换。如系补充，请删去 `replaces`。',
  },
  anotherOriginal: {
    code: 'late-entry-original-differs',
    rule: 'I-67',
    status: 422,
    en:
      'The answer names another digest than that of the original that was entered; read it again and answer what ' +
      'stands there.',
    'zh-Hans': '答复所载摘要值与所补录原件不符；请重新查阅原件后答复。',
  },
  originalMissing: {
    code: 'late-entry-original-missing',
    rule: 'I-67',
    status: 422,
    en: 'No bytes with this digest were uploaded. Upload the original first (`POST /v1/uploads`), and name its digest.',
    'zh-Hans': '没有上传过该摘要值的内容。请先上传原件（`POST /v1/uploads`），再载明其摘要值。',
  },
} as const satisfies Record<string, RefusalReason>;

/** Why an answer to an entry is refused, beside what its act meets. */
export const ofAnswers = [
  lateEntryRefusals.unknownEntry,
  lateEntryRefusals.ownEntry,
  lateEntryRefusals.answered,
  lateEntryRefusals.answerLate,
  lateEntryRefusals.anotherOriginal,
  lateEntryRefusals.cameBeforeItsTime,
  lateEntryRefusals.cameTooLate,
  lateEntryRefusals.nothingAwaited,
  lateEntryRefusals.overtaken,
] as const;

/** Why an original is not shown. */
export const ofOriginals = [
  lateEntryRefusals.unknownEntry,
  lateEntryRefusals.ownEntry,
  lateEntryRefusals.originalMissing,
] as const;
