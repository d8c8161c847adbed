import type { KafkaSettings } from './settings/kafka-settings';

/** A topic of the installation, as it is made and described. */
export interface TopicDescription {
  readonly name: string;
  /** The only context that writes to it. */
  readonly context: string;
  /** What flows through it, in one sentence. */
  readonly flows: string;
  /** What a message's key is. Order holds within one key. */
  readonly key: string;
  readonly partitions: number;
  readonly replication: number;
  /** Settings of the topic in Kafka's own words. */
  readonly config: Readonly<Record<string, string>>;
}

/** Contexts that tell others what happened. Each has one topic; audit only listens. */
export const TELLING_CONTEXTS = ['intake', 'evidence', 'panelreview', 'referral', 'audit'] as const;

const HOUR_MS = 3_600_000;
/**
 * A public event is 1 MiB at most. With key, headers and a foreign producer's excess a message still has to pass, so
 * that it is parked where it is seen.
 */
const LARGEST_BATCH_BYTES = 2 * 1_048_576;
/** Copies that must have a message before it counts as sent, where there are enough. */
const SAFE_COPIES = 2;

/** Name of the topic that a context tells in. */
export const topicOf = (namespace: string, context: string): string => `${namespace}.${context}.v1`;

/** Id of the group that a consumer's instances share. */
export const groupIdOf = (namespace: string, service: string, group: string): string =>
  `${namespace}.${service}.${group}`;

/** The one place that says what a context's topic is like. */
export const describeTopic = (
  kafka: Pick<KafkaSettings, 'namespace' | 'partitions' | 'replication' | 'retentionHours'>,
  context: string,
): TopicDescription => ({
  name: topicOf(kafka.namespace, context),
  context,
  flows:
    `What ${context} makes public, as CloudEvents in binary mode with messages of proto/, and marks ` +
    'of how far it has told.',
  key: 'the case id',
  partitions: kafka.partitions,
  replication: kafka.replication,
  config: {
    'cleanup.policy': 'delete',
    'retention.ms': String(kafka.retentionHours < 0 ? -1 : kafka.retentionHours * HOUR_MS),
    'retention.bytes': '-1',
    // The broker compresses anew what a stranger sends, too. Consumers read no other compression, and would stand still
    // in front of it.
    'compression.type': 'gzip',
    'max.message.bytes': String(LARGEST_BATCH_BYTES),
    'min.insync.replicas': String(Math.min(SAFE_COPIES, Math.max(1, kafka.replication - 1))),
    'unclean.leader.election.enable': 'false',
  },
});
