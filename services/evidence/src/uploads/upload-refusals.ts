import type { RefusalReason } from '@parley/kernel';

/** Why bytes are not taken in. None of them are kept. */
export const uploadRefusals = {
  digestMissing: {
    code: 'digest-missing',
    rule: 'I-33',
    status: 422,
    en: 'An upload names its SHA-256 in Repr-Digest or Content-Digest (RFC 9530): sha-256=:<base64>:',
    'zh-Hans': '上传须在 Repr-Digest 或 Content-Digest 标头中载明其 SHA-256（RFC 9530）：sha-256=:<base64>:',
  },
  digestMalformed: {
    code: 'digest-malformed',
    rule: 'I-33',
    status: 422,
    en: 'Repr-Digest or Content-Digest holds no SHA-256 as RFC 9530 writes it, or the two differ.',
    'zh-Hans': 'Repr-Digest 或 Content-Digest 未按 RFC 9530 载明 SHA-256，或两者不一致。',
  },
  digestDiffers: {
    code: 'digest-differs',
    rule: 'I-33',
    status: 422,
    en: 'The digest named is not that of the bytes received.',
    'zh-Hans': '所载摘要值与收到的内容不符。',
  },
  empty: {
    code: 'upload-empty',
    rule: 'I-33',
    status: 422,
    en: 'An upload has at least one byte.',
    'zh-Hans': '上传内容不得为空。',
  },
  tooMany: {
    code: 'too-many-uploads',
    rule: 'I-33',
    en: 'Your party has 200 uploads that no exhibit uses. File them, or wait until they expire.',
    'zh-Hans': '贵方已有 200 项未被证物使用的上传，请先提交或等待其过期。',
  },
} as const satisfies Record<string, RefusalReason>;
