import type { KafkaAdminPort } from './admin.port';
import type { ConsumerOptions, KafkaConsumerPort } from './consumer.port';
import type { KafkaProducerPort } from './producer.port';

/**
 * All that is asked of a client of Kafka, so that changing the client means writing one folder. None of its parts
 * connects before it is used, and none tries for ever: their users do.
 */
export interface KafkaClient {
  /** Idempotent, acknowledged by all in-sync replicas, gzip. */
  producer(): KafkaProducerPort;
  consumer(options: ConsumerOptions): KafkaConsumerPort;
  admin(): KafkaAdminPort;
}
