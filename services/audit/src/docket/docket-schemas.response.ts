/** JSON schema of the secretariat's own words. */
export const BILINGUAL_SCHEMA = {
  type: 'object',
  required: ['en', 'zh-Hans'],
  properties: {
    en: { type: 'string', description: 'In English.', example: 'Consultations', maxLength: 10_000 },
    'zh-Hans': { type: 'string', description: 'In Chinese.', example: '磋商', maxLength: 10_000 },
  },
  example: { en: 'Consultations', 'zh-Hans': '磋商' },
} as const;

/** JSON schema of a text that a person wrote, in one or both languages. */
export const TEXTS_SCHEMA = {
  type: 'array',
  items: {
    type: 'object',
    required: ['lang', 'text', 'kind'],
    properties: {
      lang: { type: 'string', enum: ['en', 'zh-Hans'], description: 'Language of the text.', example: 'en' },
      text: {
        type: 'string',
        description: 'The text itself, as it was written.',
        example: 'Additional tariff measures on goods from China',
        maxLength: 60_000,
      },
      kind: {
        type: 'string',
        enum: ['original', 'translation', 'authentic'],
        description: 'Original, translation, or one of several equally authentic texts.',
        example: 'original',
      },
      of: {
        type: 'string',
        description: 'Of a translation: the text that it translates.',
        example: 'en',
        maxLength: 100,
      },
    },
  },
  example: [{ lang: 'en', text: 'Additional tariff measures on goods from China', kind: 'original' }],
} as const;

/** JSON schema of a SHA-256. */
export const DIGEST_SCHEMA = {
  type: 'string',
  pattern: '^[0-9a-f]{64}$',
  example: 'e2ef0726d33fecb01f890c261c13b5886a7c30cdacb42b07a1cb56ee13475339',
} as const;

/** JSON schema of an object whose form depends on its kind. */
export const OPEN_OBJECT_SCHEMA = {
  type: 'object',
  additionalProperties: true,
  example: { lapsedAt: '2025-02-18T16:00:00.000Z' },
} as const;
