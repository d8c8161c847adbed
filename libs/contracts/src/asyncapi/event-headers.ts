import { CAPACITIES } from '@parley/kernel';
import type { JsonSchema } from './payload-schema';

/** Each header of a public event: the binary mode of CloudEvents' binding for Kafka. */
const HEADERS: Readonly<Record<string, JsonSchema>> = {
  ce_specversion: { type: 'string', const: '1.0', description: 'Version of CloudEvents.' },
  ce_id: {
    type: 'string',
    description: 'The same for the same happening, however often it is sent: what came before is dropped by it.',
  },
  ce_source: { type: 'string', description: 'Who tells: /parley/ and the context.' },
  ce_type: {
    type: 'string',
    description: 'Full name of the protobuf message in the value. A change of meaning is a new type.',
  },
  ce_subject: { type: 'string', description: 'The case; the key of the message too.' },
  ce_event: {
    type: 'string',
    description:
      'The event that it tells, by the one name that a history and an export give it: intake.ReplyFiled. Left out ' +
      'where it gives away only that something happened.',
  },
  ce_time: { type: 'string', format: 'date-time', description: 'Its instant in law, UTC with milliseconds.' },
  ce_recordedat: { type: 'string', format: 'date-time', description: 'When it was recorded, UTC with milliseconds.' },
  ce_sequence: {
    type: 'string',
    pattern: '^\\d{1,15}$',
    description: 'Its place in the stream it was recorded in: what was recorded at one instant is read in this order.',
  },
  ce_tier: {
    type: 'string',
    enum: ['PUBLIC', 'PARTIES', 'PANEL', 'DELIBERATION', 'FILER', 'DESKS'],
    description: 'Who may read it.',
  },
  ce_actorid: {
    type: 'string',
    description:
      'Pseudonym of the person who did it, where that was an act in a capacity of a case; for services alone, ' +
      'and left out for what a panel deliberates.',
  },
  ce_actorrole: {
    type: 'string',
    enum: [...CAPACITIES],
    description: 'The capacity in which that person acted.',
  },
  ce_actorparty: { type: 'string', description: 'The side that appointed that person; left out where neither did.' },
  ce_parleysignature: {
    type: 'string',
    pattern: '^[\\w-]{16}\\.[\\w-]{86}$',
    description:
      'Says that the context told it: the id of one of its keys, a dot, and the Ed25519 signature in base64url, over ' +
      'topic, partition, key, every header that begins with ce_ but this one, content-type, and value.',
  },
  'content-type': { type: 'string', const: 'application/protobuf' },
  traceparent: { type: 'string', description: 'W3C trace context of the sending, where it is traced.' },
  ce_traceparent: {
    type: 'string',
    description: 'W3C trace context of what caused the event, where it was traced: what a consumer’s trace links to.',
  },
};
const OPTIONAL = new Set(['ce_event', 'ce_actorid', 'ce_actorrole', 'ce_actorparty', 'traceparent', 'ce_traceparent']);

/**
 * The schema of the headers that events are sent with.
 * @throws when a header that is sent is not described, or one that is described is not sent
 */
export function headersSchema(sent: readonly string[]): JsonSchema {
  const [undescribed, unsent] = [
    sent.filter((name) => !(name in HEADERS)),
    Object.keys(HEADERS).filter((name) => !sent.includes(name)),
  ];
  if (undescribed.length + unsent.length > 0)
    throw new Error(`headers sent but not described: ${undescribed.join()}; described but not sent: ${unsent.join()}`);
  return { type: 'object', properties: HEADERS, required: sent.filter((name) => !OPTIONAL.has(name)) };
}
