import { extensionRefusals as clockRefusals } from '@parley/procedure';
import type { RefusalReason } from '@parley/kernel';

/** Refusals about the extension of a deadline of the panel (I-20). */
export const extensionRefusals = {
  extensionAfterExpiry: clockRefusals.expired,
  clockNotExtendable: clockRefusals.notExtendable,
  extensionTooLong: clockRefusals.tooMuch,
  noSuchDeadline: {
    code: 'no-such-deadline',
    rule: 'I-20',
    status: 404,
    en: 'No such deadline of the panel runs.',
    'zh-Hans': '专家组没有该项进行中的期限。',
  },
  unknownExtension: {
    code: 'unknown-extension',
    rule: 'I-20',
    status: 404,
    en: 'There is no such proposal of an extension.',
    'zh-Hans': '没有该项延期提议。',
  },
  extensionProposed: {
    code: 'extension-proposed',
    rule: 'I-20',
    en: 'This side has proposed the same already.',
    'zh-Hans': '该方已提出相同提议。',
  },
  tooManyExtensions: {
    code: 'too-many-extensions',
    rule: 'I-20',
    en: 'A panel takes at most 100 proposals of extensions.',
    'zh-Hans': '专家组至多受理一百项延期提议。',
  },
  extensionSigned: {
    code: 'extension-signed',
    rule: 'I-20',
    en: 'Both have signed this extension.',
    'zh-Hans': '双方均已签署该项延期。',
  },
  signedByOthers: {
    code: 'signed-by-others',
    rule: 'I-20',
    status: 403,
    en: 'What the parties propose the other party signs; what a co-head proposes, the other co-head.',
    'zh-Hans': '当事方提出的由另一方签署；共同负责人提出的由另一名共同负责人签署。',
  },
} as const satisfies Record<string, RefusalReason>;
