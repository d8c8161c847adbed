import type { RefusalReason } from '@parley/kernel';

/** Why an act on a translation is refused. */
export const translationRefusals = {
  translationIntoOwnLanguage: {
    code: 'translation-into-own-language',
    rule: 'languages',
    status: 422,
    en: 'All of the original is written in this language already.',
    'zh-Hans': '原件全文本即以此语言写成。',
  },
  translationIdentical: {
    code: 'translation-identical',
    rule: 'languages',
    status: 422,
    en: 'The translation has the very bytes of the exhibit.',
    'zh-Hans': '译文与证物内容完全相同。',
  },
  translationUploadUsed: {
    code: 'upload-already-translation',
    rule: 'I-35',
    en:
      'This upload is a translation of the original already, with other particulars. What is ' +
      'accepted is not changed.',
    'zh-Hans': '该上传内容已作为本原件的译文提交，且其他事项不同。已受理的内容不得更改。',
  },
  tooManyTranslations: {
    code: 'too-many-translations',
    rule: 'languages',
    en: 'An exhibit or a document has at most 20 translations.',
    'zh-Hans': '一件证物或文件最多有 20 份译文。',
  },
  unknownDocument: {
    code: 'unknown-document',
    rule: 'I-43',
    status: 404,
    en: 'There is no such document, or no translation of it is due.',
    'zh-Hans': '没有该文件，或该文件无须提交译文。',
  },
  notYourDocument: {
    code: 'not-your-document',
    rule: 'languages',
    status: 403,
    en: 'A document is translated by the party that wrote it. You may challenge its translation.',
    'zh-Hans': '文件由撰写该文件的当事方翻译。您可对其译文提出异议。',
  },
  unknownTranslation: {
    code: 'unknown-translation',
    rule: 'I-43',
    status: 404,
    en: 'There is no such translation.',
    'zh-Hans': '没有该译文。',
  },
  yourOwnTranslation: {
    code: 'your-own-translation',
    rule: 'languages',
    status: 403,
    en: 'A translation is challenged by the other party. File another one to put your own right.',
    'zh-Hans': '译文由另一当事方提出异议。如需更正己方译文，请另行提交。',
  },
  challengeUnanswered: {
    code: 'challenge-unanswered',
    rule: 'languages',
    en: 'The translation has been challenged and the answer is still out. Challenge it again when it was answered.',
    'zh-Hans': '对该译文已提出异议，尚待答复。请于答复后再行提出。',
  },
  tooManyChallenges: {
    code: 'too-many-challenges',
    rule: 'languages',
    en: 'A translation is challenged at most 10 times.',
    'zh-Hans': '对一份译文最多可提出 10 次异议。',
  },
  unknownChallenge: {
    code: 'unknown-challenge',
    rule: 'I-43',
    status: 404,
    en: 'There is no such challenge.',
    'zh-Hans': '没有该异议。',
  },
  challengeAnswered: {
    code: 'challenge-answered',
    rule: 'I-35',
    en: 'The challenge has its answer, and what is on record is not changed.',
    'zh-Hans': '该异议已获答复，已载入记录的内容不得更改。',
  },
} as const satisfies Record<string, RefusalReason>;
