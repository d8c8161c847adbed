import type { OpenAPIObject } from '@nestjs/swagger';
import { CODE_PATTERN } from './problem-codes';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

const bilingual: object = {
  $ref: '#/components/schemas/BilingualShown',
  description: 'The sentence in both languages.',
};

/** Schemas of problem details, as components of the API's document. */
export const PROBLEM_SCHEMAS: Schemas = {
  FieldProblem: {
    type: 'object',
    description: 'One field at fault.',
    required: ['path', 'code', 'message'],
    properties: {
      path: {
        type: 'string',
        description: 'JSON pointer into the request; empty for the whole of it.',
        example: '/claims/0/measure',
        format: 'json-pointer',
      },
      code: { type: 'string', description: 'Stable code.', example: 'too-long', pattern: CODE_PATTERN },
      rule: {
        type: 'string',
        description: 'The rule that refuses, where there is one.',
        example: 'I-29',
        maxLength: 100,
      },
      message: bilingual,
    },
  },
  Problem: {
    type: 'object',
    description: 'Why a request is refused (RFC 9457).',
    required: ['type', 'title', 'status', 'code', 'detail', 'messages', 'instance'],
    properties: {
      type: {
        type: 'string',
        format: 'uri-reference',
        description: 'Where the problem is described.',
        example: '/problems/stale',
      },
      title: {
        type: 'string',
        description: 'What kind of problem it is.',
        example: 'Changed meanwhile',
        maxLength: 200,
      },
      status: { type: 'integer', description: 'HTTP status.', example: 412 },
      // Each operation narrows it to its own list, which generators can do with a plain text only.
      code: {
        type: 'string',
        description: 'Stable, for programs: one of `ProblemCode`.',
        example: 'stale',
        pattern: CODE_PATTERN,
      },
      rule: {
        type: 'string',
        description:
          'The rule that refuses: an invariant, a stage or an article. It stands in words at `/rules/{rule}`.',
        example: 'I-28',
        maxLength: 100,
      },
      detail: {
        type: 'string',
        description: 'The sentence in the language of Accept-Language.',
        example: 'The thing has changed since you read it.',
        maxLength: 10_000,
      },
      messages: bilingual,
      errors: {
        type: 'array',
        description: 'Each field at fault.',
        items: { $ref: '#/components/schemas/FieldProblem' },
        maxItems: 101,
      },
      stands: {
        type: 'object',
        description: 'Where the case stands, where a rule refuses an act in it.',
        required: ['stage', 'until', 'en', 'zh-Hans'],
        properties: {
          stage: { type: 'string', description: 'Stage.', example: 'S4', maxLength: 10 },
          until: {
            type: ['string', 'null'],
            format: 'date-time',
            description: 'When the next limit ends.',
            example: '2025-02-20T16:00:00.000Z',
          },
          en: {
            type: 'string',
            description: 'In English.',
            example: 'The case stands at S4 (Awaiting reply).',
            maxLength: 1_000,
          },
          'zh-Hans': {
            type: 'string',
            description: 'In Chinese.',
            example: '本案处于S4（等待答复）。',
            maxLength: 1_000,
          },
        },
      },
      instance: {
        type: 'string',
        description: 'The path that was asked for.',
        example: '/v1/cases',
        format: 'uri-reference',
      },
      traceId: {
        type: 'string',
        description: 'Id under which the logs know this request.',
        example: '4bf92f3577b34da6a3ce929d0e0e4736',
        pattern: '^[0-9a-f]{32}$',
      },
    },
  },
};
