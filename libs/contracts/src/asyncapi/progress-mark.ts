import type { JsonSchema } from './payload-schema';

/**
 * The one message that is no public event: how far a context has told. Its value is JSON, and readers outside of Parley
 * ignore it.
 */
export const progressMark: JsonSchema = {
  name: 'parley.progress.v1',
  title: 'Progress mark',
  summary:
    'Everything that the context recorded before the instant lies before this mark, in this partition ' +
    'and in the others that are marked alike.',
  description:
    'No public event: it names no case. Sent about every second to each partition while nothing is left to tell.',
  contentType: 'application/json',
  headers: {
    type: 'object',
    properties: {
      ce_type: { type: 'string', const: 'parley.progress.v1' },
      'content-type': { type: 'string', const: 'application/json' },
      ce_parleysignature: { type: 'string', description: 'As that of an event.' },
    },
    required: ['ce_type', 'content-type', 'ce_parleysignature'],
  },
  payload: {
    type: 'object',
    properties: {
      context: { type: 'string', description: 'Who tells.' },
      instant: { type: 'string', format: 'date-time', description: 'Everything recorded before it has been told.' },
      partitions: { type: 'integer', minimum: 1, description: 'How many partitions carry such a mark.' },
    },
    required: ['context', 'instant', 'partitions'],
  },
  examples: [
    {
      headers: {
        ce_type: 'parley.progress.v1',
        'content-type': 'application/json',
        ce_parleysignature: `${'k'.repeat(16)}.${'s'.repeat(86)}`,
      },
      payload: { context: 'intake', instant: '2026-02-05T08:00:00.000Z', partitions: 6 },
    },
  ],
};
