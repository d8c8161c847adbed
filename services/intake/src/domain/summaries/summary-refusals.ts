import type { RefusalReason } from '@parley/kernel';

/** Every reason for which an act about a non-confidential summary is refused. */
export const summaryRefusals = {
  notRegistered: {
    code: 'not-registered',
    rule: 'S3',
    en: 'A summary is asked for from the registration of the case until its screening ends.',
    'zh-Hans': '自案件登记至审查终结期间可请求提供非机密摘要。',
  },
  tooManyRequests: {
    code: 'too-many-summary-requests',
    rule: 'addressing',
    en: 'A side asks for 50 summaries at most in one case.',
    'zh-Hans': '一方在一案中最多请求 50 份摘要。',
  },
  unknownSummary: {
    code: 'unknown-summary-request',
    rule: 'addressing',
    status: 404,
    en: 'There is no such request in this case.',
    'zh-Hans': '本案中没有该项请求。',
  },
  ownRequest: {
    code: 'own-summary-request',
    rule: 'addressing',
    status: 403,
    en: 'A request is answered by the side that was asked.',
    'zh-Hans': '请求须由被请求方答复。',
  },
  summaryAnswered: {
    code: 'summary-answered',
    rule: 'addressing',
    en: 'This request has been answered.',
    'zh-Hans': '该项请求已获答复。',
  },
  summaryLate: {
    code: 'summary-out-of-time',
    rule: 'addressing',
    en: 'The time for an answer has passed; that there was none is on record.',
    'zh-Hans': '答复期限已过，未予答复一事已载入记录。',
  },
} as const satisfies Record<string, RefusalReason>;
