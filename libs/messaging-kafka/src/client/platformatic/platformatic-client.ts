import { Admin, Consumer, Producer, type BaseOptions } from '@platformatic/kafka';
import type { KafkaSettings } from '../../settings/kafka-settings';
import type { KafkaClient } from '../kafka-client';
import { PlatformaticAdmin } from './platformatic-admin';
import { PlatformaticConsumer } from './platformatic-consumer';
import { PlatformaticProducer } from './platformatic-producer';

const REQUEST_MS = 30_000;

/**
 * Kafka by @platformatic/kafka: kept in step with the other client by the same contract suite, so that the day when
 * that one stops working is a change of one folder. It knows brokers in the clear only, as tests have them.
 */
export function platformaticClient({ brokers, namespace }: KafkaSettings): KafkaClient {
  const options: BaseOptions = {
    clientId: namespace,
    bootstrapBrokers: [...brokers],
    retries: 5,
    retryDelay: 200,
    timeout: REQUEST_MS,
    autocreateTopics: false,
  };
  return {
    producer: () => new PlatformaticProducer(() => new Producer({ ...options, idempotent: true })),
    consumer: (wanted) =>
      new PlatformaticConsumer(
        new Consumer({
          ...options,
          groupId: wanted.groupId,
          sessionTimeout: wanted.sessionMs,
          rebalanceTimeout: 2 * wanted.sessionMs,
          heartbeatInterval: Math.floor(wanted.sessionMs / 5),
        }),
        wanted,
      ),
    admin: () => new PlatformaticAdmin(new Admin(options)),
  };
}
