import type { RefusalReason } from '@parley/kernel';

/** Why a public version is refused; what was found in its layers is refused by their names. */
export const publicVersionRefusals = {
  publicVersionUncheckable: {
    code: 'public-version-uncheckable',
    rule: 'I-41',
    status: 422,
    en:
      'A public version is a PDF, a Word, Excel or PowerPoint file (OOXML), a JPEG, a PNG or plain text, ' +
      'unlocked and whole, so that each of its layers can be searched for what was removed. This file is ' +
      'none, or not what its media type says.',
    'zh-Hans':
      '公开版本须为未加密且完整的 PDF、Word、Excel 或 PowerPoint（OOXML）、JPEG、PNG 或纯文本文件，以便逐层核查已删减的内容。该文件不属于上述格式，或与其媒体类型不符。',
  },
  publicVersionTooLarge: {
    code: 'public-version-too-large',
    rule: 'I-41',
    status: 422,
    en:
      'A public version has at most 32 MiB, so that all of it can be searched. Publish it in parts, or ' +
      'with smaller pictures.',
    'zh-Hans': '公开版本最大为 32 MiB，以便全部核查。请分件公开，或压缩图像。',
  },
  nothingNamed: {
    code: 'removed-passages-missing',
    rule: 'I-41',
    status: 422,
    en:
      'Name the passages that were removed, so that the file can be searched for them. They are used for ' +
      'that alone and kept nowhere.',
    'zh-Hans': '请列明已删减的内容，以便在文件中核查。所列内容仅用于核查，不予保存。',
  },
  passageTooShort: {
    code: 'removed-passage-too-short',
    rule: 'I-41',
    status: 422,
    en: 'A removed passage has at least two letters or characters: a single one stands everywhere.',
    'zh-Hans': '所列已删减内容至少须有两个字母或字符，单个字符随处可见。',
  },
  publicVersionExists: {
    code: 'public-version-exists',
    rule: 'I-35',
    en: 'The exhibit has a public version, and what was published is not changed.',
    'zh-Hans': '该证物已有公开版本，已公开的内容不得更改。',
  },
  publicVersionIdentical: {
    code: 'public-version-identical',
    rule: 'I-41',
    status: 422,
    en: 'The public version has the very bytes of the exhibit: nothing was removed from it.',
    'zh-Hans': '公开版本与证物内容完全相同，未作任何删减。',
  },
  publicAlready: {
    code: 'exhibit-is-public',
    rule: 'I-41',
    en: 'An exhibit that everybody may read has no public version.',
    'zh-Hans': '人人可阅的证物没有公开版本。',
  },
} as const satisfies Record<string, RefusalReason>;
