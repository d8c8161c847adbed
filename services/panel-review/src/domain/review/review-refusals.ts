import type { RefusalReason } from '@parley/kernel';

/** Refusals about the review and the interim text (S7, S8). */
export const reviewRefusals = {
  notReviewing: {
    code: 'not-in-review',
    rule: 'S7',
    en: 'The panel is not in its review.',
    'zh-Hans': '专家组不在审查阶段。',
  },
  reviewOver: {
    code: 'review-over',
    rule: 'S7',
    en: 'The time of the review has passed.',
    'zh-Hans': '审查期限已过。',
  },
  noDraft: {
    code: 'no-interim-draft',
    rule: 'S8',
    en: 'No draft of the interim text is before the panel.',
    'zh-Hans': '专家组面前没有中期文本草案。',
  },
  notCoChair: {
    code: 'not-a-co-chair',
    rule: 'I-03',
    status: 403,
    en: 'Only a co-chair may do this.',
    'zh-Hans': '只有共同主席可以这样做。',
  },
  coChairSigned: {
    code: 'co-chair-already-signed',
    rule: 'S8',
    en: 'This co-chair has signed this draft.',
    'zh-Hans': '该共同主席已签署此草案。',
  },
  notCommenting: {
    code: 'no-interim-to-comment',
    rule: 'S8',
    en: 'No interim text is open to comments.',
    'zh-Hans': '没有可供评论的中期文本。',
  },
  commentLate: {
    code: 'comment-out-of-time',
    rule: 'S8',
    en: 'The time for comments has passed.',
    'zh-Hans': '评论期限已过。',
  },
  commented: {
    code: 'already-commented',
    rule: 'S8',
    en: 'This side has commented already.',
    'zh-Hans': '该方已发表评论。',
  },
  unknownExhibit: {
    code: 'unknown-exhibit',
    rule: 'I-65',
    status: 422,
    en: 'No exhibit of this number stands on the record in a version that both sides have.',
    'zh-Hans': '记录中没有双方均持有版本的该编号证据。',
  },
} as const satisfies Record<string, RefusalReason>;
