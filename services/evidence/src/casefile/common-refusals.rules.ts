import type { RefusalReason } from '@parley/kernel';

/** Reasons that several topics give. */
export const commonRefusals = {
  caseUnknown: {
    code: 'not-found',
    rule: 'I-43',
    status: 404,
    en: 'There is no such thing, or it is not yours to know of.',
    'zh-Hans': '所请求的事项不存在，或您无权知悉。',
  },

  notAParty: {
    code: 'not-a-party',
    rule: 'I-34',
    status: 403,
    en: 'Only the desk of a party may file evidence.',
    'zh-Hans': '只有当事方的主管部门可以提交证据。',
  },

  notYourExhibit: {
    code: 'not-your-exhibit',
    rule: 'I-42',
    status: 403,
    en: 'Only the party that filed an exhibit may do this.',
    'zh-Hans': '只有提交该证物的当事方可以这样做。',
  },

  unknownExhibit: {
    code: 'unknown-exhibit',
    rule: 'I-43',
    status: 404,
    en: 'There is no such exhibit.',
    'zh-Hans': '没有该证物。',
  },

  exhibitCorrupted: {
    code: 'exhibit-corrupted',
    rule: 'I-33',
    en:
      'The stored bytes are not those that were accepted. They are not handed out, and the finding is on ' +
      'record. The same bytes uploaded again mend them.',
    'zh-Hans': '所存内容与受理时不符，故不予提供，此情况已载入记录。重新上传相同内容即可修复。',
  },
} as const satisfies Record<string, RefusalReason>;
