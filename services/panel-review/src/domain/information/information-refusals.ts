import type { RefusalReason } from '@parley/kernel';

/** Refusals about what is laid before the panel in its review (S7). */
export const informationRefusals = {
  noSuchParty: {
    code: 'no-such-party',
    rule: 'S7',
    status: 422,
    en: 'The code is that of neither party of the case.',
    'zh-Hans': '该代码不属于本案任何一方。',
  },
  tooManyRequests: {
    code: 'too-many-information-requests',
    rule: 'S7',
    en: 'A case has at most 40 requests for information.',
    'zh-Hans': '每案至多四十项资料请求。',
  },
  unknownRequest: {
    code: 'unknown-request',
    rule: 'S7',
    status: 404,
    en: 'There is no such request.',
    'zh-Hans': '没有该项请求。',
  },
  notAsked: {
    code: 'not-asked',
    rule: 'S7',
    status: 403,
    en: 'The other party was asked; it answers.',
    'zh-Hans': '该请求系向另一方提出，应由其答复。',
  },
  requestAnswered: {
    code: 'request-answered',
    rule: 'S7',
    en: 'The request has been answered.',
    'zh-Hans': '该请求已获答复。',
  },
  answerLate: {
    code: 'answer-out-of-time',
    rule: 'S7',
    en: 'The time to answer has passed; the panel goes on with the record that it has.',
    'zh-Hans': '答复期限已过；专家组依据现有记录继续进行。',
  },
  tooManyThirdParties: {
    code: 'too-many-third-parties',
    rule: 'S7',
    en: 'A panel hears at most 20 third parties.',
    'zh-Hans': '专家组至多听取二十个第三方。',
  },
  unknownThirdParty: {
    code: 'unknown-third-party',
    rule: 'S7',
    status: 404,
    en: 'The panel has admitted no such third party. A co-chair admits it.',
    'zh-Hans': '专家组未准许该第三方参与；须由共同主席准许。',
  },
  tooManyNotes: {
    code: 'too-many-notes',
    rule: 'S7',
    en: 'A case has at most 40 notes of third parties.',
    'zh-Hans': '每案至多四十份第三方书面意见。',
  },
  unknownMaterial: {
    code: 'unknown-material',
    rule: 'S7',
    status: 404,
    en: 'Nothing of this id is before the panel.',
    'zh-Hans': '专家组面前没有该编号的材料。',
  },
  ownMaterial: {
    code: 'own-material',
    rule: 'I-65',
    status: 403,
    en: 'A party comments on what it did not make itself.',
    'zh-Hans': '一方仅可评论并非由其本身提出的材料。',
  },
  materialCommented: {
    code: 'material-commented',
    rule: 'I-65',
    en: 'This side has commented on it already.',
    'zh-Hans': '该方已就此发表评论。',
  },
  materialCommentLate: {
    code: 'material-comment-out-of-time',
    rule: 'S7',
    en: 'The time to comment on it has passed.',
    'zh-Hans': '就此发表评论的期限已过。',
  },
} as const satisfies Record<string, RefusalReason>;
