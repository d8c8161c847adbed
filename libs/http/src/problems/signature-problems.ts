import type { ProblemKind } from './problem-kind';

/** Why an act that came with a signature is refused. It is put on record neither as signed nor as unsigned. */
export const signatureProblems = {
  signatureMalformed: {
    code: 'signature-malformed',
    status: 400,
    title: { en: 'Signature malformed', 'zh-Hans': '签名格式错误' },
    rule: 'credentials',
    en:
      'Parley-Signature is one compact JWS by EdDSA or ES256 with the thumbprint of a key as `kid`; by a passkey, ' +
      'as /docs/guides/sign has it.',
    'zh-Hans':
      'Parley-Signature 应为单个紧凑 JWS（EdDSA 或 ES256），以密钥指纹为 `kid`；通行密钥的形式见 /docs/guides/sign。',
  },
  signatureKeyUnknown: {
    code: 'signature-key-unknown',
    status: 400,
    title: { en: 'Key unknown', 'zh-Hans': '密钥未登记' },
    rule: 'credentials',
    en: 'Your side has registered no key that the signature names.',
    'zh-Hans': '贵方未登记签名所指的密钥。',
  },
  signatureKeyNotInForce: {
    code: 'signature-key-not-in-force',
    status: 400,
    title: { en: 'Key not in force', 'zh-Hans': '密钥无效' },
    rule: 'credentials',
    en: 'The key was not in force when the act was received.',
    'zh-Hans': '收到该行为时，密钥并非有效。',
  },
  signatureOfAnotherAct: {
    code: 'signature-of-another-act',
    status: 400,
    title: { en: 'Signature of another act', 'zh-Hans': '签名所属行为不符' },
    rule: 'credentials',
    en: 'The signature is over another digest than that of this act.',
    'zh-Hans': '签名所覆盖的摘要与本行为的摘要不符。',
  },
  signatureOfAnotherPerson: {
    code: 'signature-of-another-person',
    status: 400,
    title: { en: 'Key of another person', 'zh-Hans': '密钥属于他人' },
    rule: 'credentials',
    en: 'The key is of another person: sign by your own, or by that of your side.',
    'zh-Hans': '该密钥属于他人：请以您本人或贵方的密钥签名。',
  },
  signatureFromElsewhere: {
    code: 'signature-from-elsewhere',
    status: 400,
    title: { en: 'Signature from elsewhere', 'zh-Hans': '签名来自他处' },
    rule: 'credentials',
    en: 'The passkey was asked on another site, or within a frame.',
    'zh-Hans': '通行密钥系在其他网站上或嵌入框架内使用。',
  },
  signatureUserNotVerified: {
    code: 'signature-user-not-verified',
    status: 400,
    title: { en: 'User not verified', 'zh-Hans': '未验证用户' },
    rule: 'credentials',
    en: 'The device did not verify who used the passkey (`userVerification`).',
    'zh-Hans': '设备未验证通行密钥的使用者（`userVerification`）。',
  },
  signatureForged: {
    code: 'signature-forged',
    status: 400,
    title: { en: 'Signature forged', 'zh-Hans': '签名不实' },
    rule: 'credentials',
    en: 'The signature was not made by the key that it names.',
    'zh-Hans': '签名并非由其所指密钥作出。',
  },
  signatureRequired: {
    code: 'signature-required',
    status: 400,
    title: { en: 'Signature required', 'zh-Hans': '须有签名' },
    rule: 'credentials',
    en:
      'Your side requires a signature of this act by its key in force (Parley-Signature). The head of its delegation ' +
      'can revoke a key that is lost; then nothing is required until another is registered.',
    'zh-Hans':
      '贵方要求此行为以其有效密钥签名（Parley-Signature）。密钥遗失的，贵方代表团负责人可予吊销；' +
      '此后至登记另一密钥之前，不要求签名。',
  },
} as const satisfies Record<string, ProblemKind>;
