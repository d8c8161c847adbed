/** JSON schema of the secretariat's own words. */
export const BILINGUAL_SCHEMA = {
  type: 'object',
  required: ['en', 'zh-Hans'],
  properties: { en: { type: 'string' }, 'zh-Hans': { type: 'string' } },
  example: { en: 'Consultations', 'zh-Hans': '磋商' },
} as const;

/** JSON schema of what a person wrote, in one or both languages. */
export const TEXTS_SCHEMA = {
  type: 'array',
  items: {
    type: 'object',
    required: ['lang', 'text', 'kind'],
    properties: {
      lang: { type: 'string', enum: ['en', 'zh-Hans'] },
      text: { type: 'string' },
      kind: { type: 'string', enum: ['original', 'translation', 'authentic'] },
    },
  },
} as const;

/** JSON schema of an object whose form depends on its kind. */
export const OPEN_OBJECT_SCHEMA = { type: 'object', additionalProperties: true } as const;
