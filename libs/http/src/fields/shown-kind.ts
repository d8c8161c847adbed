interface Kind {
  readonly example: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
}

/** Kinds that many fields of answers share: their form, their limit and an example, said once. */
export const SHOWN_KINDS = {
  /** SHA-256 in hexadecimal. */
  digest: { pattern: '^[0-9a-f]{64}$', minLength: 64, maxLength: 64, example: '5e1d6bd7'.repeat(8) },
  /** Code of a party. */
  party: { pattern: '^[A-Z]{2,8}$', example: 'CN' },
  docketNumber: { pattern: '^[A-Z]{2,8}-\\d{4}-\\d{4,}$', example: 'CN-2025-0001' },
  /** Number of an exhibit. */
  exhibit: { pattern: '^[A-Z]{2,5}-[1-9]\\d{0,5}$', example: 'USA-1' },
  /** Id of a measure or a claim within its grievance. */
  claim: { maxLength: 32, example: 'C1' },
  /** A person: the `sub` of the token, with the code of the side before it whose issuer vouches for the person. */
  person: { pattern: '^[\\x21-\\x7e]{1,200}$', example: 'us-panel-1' },
  /** Stage of the procedure, or something that runs beside all stages, like the long-stop. */
  stage: { maxLength: 40, example: 'S5' },
  /** Rule that is quoted: an invariant, a stage, an article. It stands in words at `/rules/{rule}`. */
  rule: { maxLength: 100, example: 'S4' },
  version: { maxLength: 100, example: '2026-1' },
  /** A word or an id of the secretariat's own. */
  word: { maxLength: 200, example: 'reply' },
  jws: { maxLength: 8_000, example: 'eyJhbGciOiJFZERTQSJ9.e30.c2ln' },
  /** A sentence of the secretariat's own. */
  sentence: { maxLength: 10_000, example: 'The time for a reply has passed.' },
} as const satisfies Record<string, Kind>;

export type ShownKind = keyof typeof SHOWN_KINDS;

/** Examples for the formats that need no kind. */
export const FORMAT_EXAMPLES: Readonly<Record<string, string>> = {
  uuid: '5f0c7b0e-6a55-8d0c-9a68-2f6f5f0f2b11',
  'date-time': '2025-02-18T16:00:00.000Z',
  date: '2025-02-18',
};
