/** JSON schema of a SHA-256. */
export const DIGEST_SCHEMA = {
  type: 'string',
  pattern: '^[0-9a-f]{64}$',
  example: '5e1d6bd7'.repeat(8),
} as const;

/** JSON schema of an object whose form depends on its kind. */
export const OPEN_OBJECT_SCHEMA = {
  type: 'object',
  additionalProperties: true,
  example: { lapsedAt: '2025-02-18T16:00:00.000Z' },
} as const;
