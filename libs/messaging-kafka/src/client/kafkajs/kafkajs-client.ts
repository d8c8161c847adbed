import { Kafka, type KafkaConfig, type SASLOptions } from 'kafkajs';
import type { KafkaSasl, KafkaSettings, KafkaTls } from '../../settings/kafka-settings';
import type { KafkaClient } from '../kafka-client';
import { KafkajsAdmin } from './kafkajs-admin';
import { KafkajsConsumer } from './kafkajs-consumer';
import { failureLog, loggedLevel } from './kafkajs-log';
import { KafkajsProducer } from './kafkajs-producer';

/** Long enough for a broker under load; the caller tries anew what takes longer. */
const CONNECT_MS = 3_000;
const REQUEST_MS = 30_000;
/** A few quick tries bridge a change of leader. Then the caller hears of the failure, tells it and goes on trying. */
const RETRY = { initialRetryTime: 100, maxRetryTime: 1_000, retries: 5 };

/**
 * Kafka by kafkajs.
 * @param onFailure told of what the client would write to the console; its words name topics, groups and addresses, and
 *   nothing of a message
 */
export function kafkajsClient(
  settings: KafkaSettings,
  onFailure: (failure: unknown) => void = () => undefined,
): KafkaClient {
  const kafka = new Kafka(configOf(settings, onFailure));
  return {
    producer: () => new KafkajsProducer(kafka),
    consumer: (options) => new KafkajsConsumer(kafka, options),
    admin: () => new KafkajsAdmin(kafka),
  };
}

const configOf = (
  { brokers, namespace, tls, sasl }: KafkaSettings,
  onFailure: (failure: unknown) => void,
): KafkaConfig => ({
  clientId: namespace,
  brokers: [...brokers],
  connectionTimeout: CONNECT_MS,
  authenticationTimeout: CONNECT_MS,
  requestTimeout: REQUEST_MS,
  retry: RETRY,
  logLevel: loggedLevel,
  logCreator: failureLog(onFailure),
  ...(tls ? { ssl: sslOf(tls) } : {}),
  ...(sasl ? { sasl: saslOf(sasl) } : {}),
});

const sslOf = ({ ca, cert, key }: KafkaTls): NonNullable<KafkaConfig['ssl']> => ({
  ...(ca === undefined ? {} : { ca: [ca] }),
  ...(cert === undefined ? {} : { cert }),
  ...(key === undefined ? {} : { key }),
});

/** Each mechanism has a case of its own, because kafkajs has a type for each. */
function saslOf({ mechanism, ...login }: KafkaSasl): SASLOptions {
  switch (mechanism) {
    case 'plain':
      return { mechanism, ...login };
    case 'scram-sha-256':
      return { mechanism, ...login };
    case 'scram-sha-512':
      return { mechanism, ...login };
  }
}
