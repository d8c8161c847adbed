import { createFileRegistry, fromBinary, type DescMessage } from '@bufbuild/protobuf';
import { FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt';
import type { Instant, PartyCode, PersonId, Tier } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import { isPublicEvent } from '../registry';
import { eventsToldBy } from '../told-events';
import { commentOn } from './comments';
import { headersSchema } from './event-headers';
import { messagesWithin, payloadSchema, schemaRef, type JsonSchema } from './payload-schema';
import { progressMark } from './progress-mark';

/** A topic as its owner describes it. */
export interface DescribedTopic {
  readonly name: string;
  readonly context: string;
  /** What flows through it, in one sentence. */
  readonly flows: string;
  readonly key: string;
  readonly partitions: number;
  readonly replication: number;
  readonly config: Readonly<Record<string, string>>;
}

/** What the document is made from. */
export interface ContractSources {
  /** A file descriptor set of `proto/` with its comments, as `buf build` writes it. */
  readonly descriptors: Uint8Array;
  readonly topics: readonly DescribedTopic[];
  /** How a public event's attributes are sent. */
  readonly headersOf: (event: PublicEvent) => Readonly<Record<string, string>>;
  /** The golden message of a type, in the JSON form of protobuf. @throws when there is none */
  readonly goldenOf: (typeName: string) => Readonly<Record<string, unknown>>;
}

/**
 * The AsyncAPI 3 document of everything that Parley's services tell each other. Pure: the same sources give the same
 * document.
 */
export function asyncApiDocument(sources: ContractSources): JsonSchema {
  const registry = createFileRegistry(fromBinary(FileDescriptorSetSchema, sources.descriptors));
  const events = [...registry].filter((type) => type.kind === 'message').filter(isPublicEvent);
  const told = events.map((message) => ({ message, context: contextOf(message), sample: sampleOf(message, sources) }));
  const ofTopic = (context: string) => told.filter((event) => event.context === context);
  const schemas = new Set(events.flatMap((message) => [...messagesWithin(message)]));
  return {
    asyncapi: '3.0.0',
    info: INFO,
    defaultContentType: 'application/protobuf',
    servers: { installation: SERVER },
    channels: Object.fromEntries(
      sources.topics.map((topic) => [
        topic.context,
        channelOf(
          topic,
          ofTopic(topic.context).map(({ message }) => message.typeName),
        ),
      ]),
    ),
    operations: Object.fromEntries(sources.topics.map(operationOf)),
    components: {
      messages: {
        ...Object.fromEntries(told.map((event) => [event.message.typeName, messageOf(event)])),
        [PROGRESS]: progressMark,
      },
      schemas: {
        EventHeaders: headersSchema(sentHeaders(told)),
        ...Object.fromEntries([...schemas].map((message) => [message.typeName, payloadSchema(message)])),
      },
    },
  };
}

interface ToldEvent {
  readonly message: DescMessage;
  readonly context: string;
  readonly sample: {
    readonly headers: Readonly<Record<string, string>>;
    readonly payload: Readonly<Record<string, unknown>>;
  };
}

const PROGRESS = 'parley.progress.v1';

const INFO = {
  title: 'What Parley’s services tell each other',
  version: '1',
  description:
    'Public events of the contexts, over Kafka. Each is a CloudEvent in binary mode: its attributes are ' +
    'headers, its value is a protobuf message of proto/, ' +
    'shown here in its JSON form. Delivered at least once. The key is the case id, so order holds per ' +
    'case and context, and in no other way. ' +
    'A reader passes over types and fields that it does not know, and takes the first part of the ' +
    'topics’ names from its configuration.',
  license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
};

const SERVER = {
  host: '{host}:{port}',
  protocol: 'kafka',
  description: 'The installation’s broker, with TLS and SASL as it is configured.',
  variables: { host: { default: 'localhost' }, port: { default: '9092' } },
};

/** `intake` of `parley.intake.v1.CaseRegistered`. */
const contextOf = ({ file }: DescMessage): string => file.proto.package.split('.')[1] ?? '';

const channelOf = (topic: DescribedTopic, typeNames: readonly string[]): JsonSchema => ({
  address: topic.name,
  title: topic.context,
  description: `${topic.flows} The key is ${topic.key}. Only ${topic.context} writes to it.`,
  messages: Object.fromEntries(
    [...typeNames, PROGRESS].map((name) => [name, { $ref: `#/components/messages/${name}` }]),
  ),
  bindings: {
    kafka: {
      topic: topic.name,
      partitions: topic.partitions,
      replicas: topic.replication,
      topicConfiguration: topicConfiguration(topic.config),
      bindingVersion: '0.5.0',
    },
  },
});

/** The settings that the binding knows, in its own types. */
const topicConfiguration = (config: Readonly<Record<string, string>>): JsonSchema => ({
  'cleanup.policy': config['cleanup.policy']?.split(','),
  'retention.ms': Number(config['retention.ms']),
  'retention.bytes': Number(config['retention.bytes']),
  'max.message.bytes': Number(config['max.message.bytes']),
});

const operationOf = ({ context }: DescribedTopic): readonly [string, JsonSchema] => [
  `${context}Tells`,
  {
    action: 'send',
    channel: { $ref: `#/channels/${context}` },
    summary: `${context} tells the other contexts, and whoever may read its topic, what happened.`,
  },
];

const messageOf = ({ message, context, sample }: ToldEvent): JsonSchema => ({
  name: message.typeName,
  title: message.name,
  summary: commentOn(message),
  contentType: 'application/protobuf',
  'x-protobuf-message': message.typeName,
  'x-protobuf-file': `${message.file.name}.proto`,
  headers: {
    allOf: [{ $ref: '#/components/schemas/EventHeaders' }],
    properties: {
      ce_type: { const: message.typeName },
      ce_source: { const: `/parley/${context}` },
      ...namesIn(message),
    },
  },
  payload: schemaRef(message),
  bindings: {
    kafka: {
      key: { type: 'string', description: 'The case id, as in ce_subject: order holds within it.' },
      bindingVersion: '0.5.0',
    },
  },
  examples: [{ name: 'golden', summary: 'As it was first written, with every field set.', ...sample }],
});

const namesIn = (message: DescMessage): JsonSchema => {
  const names = eventsToldBy(message);
  return names.length === 0 ? {} : { ce_event: { enum: [...names] } };
};

/** The golden message, as it is sent by an event that has every attribute. */
function sampleOf(message: DescMessage, { headersOf, goldenOf }: ContractSources): ToldEvent['sample'] {
  const payload = goldenOf(message.typeName);
  const at = '2026-02-05T08:00:00.000Z' as Instant;
  const [name] = eventsToldBy(message);
  const headers = headersOf({
    id: '7d8b1a52-31a4-8f60-9d0e-4a5b6c7d8e9f',
    source: `/parley/${contextOf(message)}`,
    type: message.typeName,
    subject: String(payload['caseId']),
    ...(name === undefined ? {} : { event: name }),
    time: at,
    recordedat: at,
    sequence: 0,
    tier: (/^Tier ([A-Z]+)/.exec(commentOn(message))?.[1] ?? 'PUBLIC') as Tier,
    actor: { personId: 'us-desk-1' as PersonId, role: 'desk', party: 'US' as PartyCode },
    datacontenttype: 'application/protobuf',
    data: new Uint8Array(),
    traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
  });
  return { headers, payload };
}

const sentHeaders = (events: readonly ToldEvent[]): readonly string[] => [
  ...new Set(events.flatMap(({ sample }) => Object.keys(sample.headers))),
];
