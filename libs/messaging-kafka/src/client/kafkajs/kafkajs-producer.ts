import { CompressionTypes, type Kafka, type Producer } from 'kafkajs';
import type { KafkaProducerPort, OutgoingRecord } from '../producer.port';
import { LastingConnection } from './lasting-connection';

const ALL_IN_SYNC = -1;

export class KafkajsProducer implements KafkaProducerPort {
  readonly #connection: LastingConnection<Producer>;

  constructor(kafka: Kafka) {
    this.#connection = new LastingConnection(() =>
      kafka.producer({
        idempotent: true,
        maxInFlightRequests: 1,
        allowAutoTopicCreation: false,
        // Every record names its partition; kafkajs warns where no partitioner is chosen.
        createPartitioner:
          () =>
          ({ message }) =>
            message.partition ?? 0,
      }),
    );
  }

  async send(topic: string, records: readonly OutgoingRecord[]): Promise<void> {
    const messages = records.map(({ partition, key, value, headers }) => ({ partition, key, value: Buffer.from(value), headers: { ...headers } }));
    await this.#connection.use((producer) => producer.send({ topic, acks: ALL_IN_SYNC, compression: CompressionTypes.GZIP, messages }));
  }

  close(): Promise<void> {
    return this.#connection.close();
  }
}
