import type { ProblemKind } from './problem-kind';

/** The problems of a body that cannot be read as JSON, or holds too much of it. */
export const jsonProblems = {
  malformedJson: {
    code: 'malformed-json',
    status: 400,
    title: { en: 'Malformed JSON', 'zh-Hans': 'JSON 格式错误' },
    en: 'The body is not well-formed JSON.',
    'zh-Hans': '请求正文不是格式正确的 JSON。',
  },
  invalidUtf8: {
    code: 'invalid-utf8',
    status: 400,
    title: { en: 'Invalid UTF-8', 'zh-Hans': 'UTF-8 无效' },
    en: 'The body is not valid UTF-8.',
    'zh-Hans': '请求正文不是有效的 UTF-8 编码。',
  },
  jsonTooDeep: {
    code: 'json-too-deep',
    status: 400,
    title: { en: 'JSON nested too deep', 'zh-Hans': 'JSON 嵌套过深' },
    en: 'The body is nested deeper than 16 levels.',
    'zh-Hans': '请求正文的嵌套超过 16 层。',
  },
  jsonKeyRepeated: {
    code: 'json-key-repeated',
    status: 400,
    title: { en: 'Key given twice', 'zh-Hans': '键名重复' },
    en: 'An object in the body has the same key twice, so it could be read in two ways.',
    'zh-Hans': '请求正文中某一对象的同一键出现两次，会产生两种读法。',
  },
  jsonTooManyKeys: {
    code: 'json-too-many-keys',
    status: 413,
    title: { en: 'Too many keys', 'zh-Hans': '键过多' },
    en: 'An object in the body has more than 100 keys.',
    'zh-Hans': '请求正文中某一对象的键超过 100 个。',
  },
  jsonTooManyValues: {
    code: 'json-too-many-values',
    status: 413,
    title: { en: 'Too many values', 'zh-Hans': '值过多' },
    en: 'The body holds more than 60,000 values.',
    'zh-Hans': '请求正文包含的值超过 60,000 个。',
  },
} as const satisfies Record<string, ProblemKind>;
