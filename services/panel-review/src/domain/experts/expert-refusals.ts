import type { RefusalReason } from '@parley/kernel';

/** Refusals about jointly picked experts (S7). */
export const expertRefusals = {
  expertsProposed: { code: 'experts-proposed', rule: 'S7', en: 'This side has proposed its list; each side has one.', 'zh-Hans': '该方已提出名单；每方限提一份。' },
  unknownExpert: { code: 'unknown-expert', rule: 'S7', status: 422, en: 'The expert is on the list of neither side.', 'zh-Hans': '该专家不在任何一方的名单上。' },
  expertTaken: { code: 'expert-taken', rule: 'S7', en: 'Both co-chairs have agreed on this expert.', 'zh-Hans': '两名共同主席已就该专家达成一致。' },
  tooManyExperts: { code: 'too-many-experts', rule: 'S7', en: 'A panel asks at most 10 experts.', 'zh-Hans': '专家组至多征询十名专家。' },
  expertNotTaken: {
    code: 'expert-not-taken',
    rule: 'S7',
    status: 404,
    en: 'Both co-chairs have not agreed on such an expert.',
    'zh-Hans': '两名共同主席未就该专家达成一致。',
  },
  reportServed: { code: 'report-served', rule: 'S7', en: 'The report of this expert has been served.', 'zh-Hans': '该专家的报告已送达。' },
} as const satisfies Record<string, RefusalReason>;
