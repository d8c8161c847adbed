import type { RefusalReason } from '@parley/kernel';

/** Refusals about jointly picked experts (S7). */
export const expertRefusals = {
  expertsProposed: {
    code: 'experts-proposed',
    rule: 'S7',
    en: 'This side has proposed its list; each side has one.',
    'zh-Hans': '该方已提出名单；每方限提一份。',
  },
  unknownExpert: {
    code: 'unknown-expert',
    rule: 'S7',
    status: 422,
    en: 'The expert is on the list of neither side.',
    'zh-Hans': '该专家不在任何一方的名单上。',
  },
  expertTaken: {
    code: 'expert-taken',
    rule: 'S7',
    en: 'Both co-chairs have agreed on this expert.',
    'zh-Hans': '两名共同主席已就该专家达成一致。',
  },
  tooManyExperts: {
    code: 'too-many-experts',
    rule: 'S7',
    en: 'A panel asks at most 10 experts.',
    'zh-Hans': '专家组至多征询十名专家。',
  },
  expertEngaged: {
    code: 'otherwise-engaged-in-the-case',
    rule: 'I-05',
    status: 422,
    en: 'This person does something else in the case, and cannot be heard in it from outside.',
    'zh-Hans': '该人员在本案中另有职务，不得作为案外人员陈述意见。',
  },
  expertDisclosed: {
    code: 'expert-has-disclosed',
    rule: 'I-35',
    en: 'The disclosure is on record, and what is on record is not changed.',
    'zh-Hans': '披露声明已载入记录，已载入记录的内容不得更改。',
  },
  expertNotDisclosed: {
    code: 'expert-has-not-disclosed',
    rule: 'S7',
    en: 'An expert discloses, before the report, what may bear on it. Make the disclosure first.',
    'zh-Hans': '专家应在提交报告前披露可能影响报告的情况。请先作出披露。',
  },
  expertNotTaken: {
    code: 'expert-not-taken',
    rule: 'S7',
    status: 404,
    en: 'Both co-chairs have not agreed on such an expert.',
    'zh-Hans': '两名共同主席未就该专家达成一致。',
  },
  reportServed: {
    code: 'report-served',
    rule: 'S7',
    en: 'The report of this expert has been served.',
    'zh-Hans': '该专家的报告已送达。',
  },
} as const satisfies Record<string, RefusalReason>;
