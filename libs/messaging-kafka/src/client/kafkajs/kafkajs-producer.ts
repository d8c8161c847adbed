import { CompressionTypes, type Kafka, type Producer } from 'kafkajs';
import type { KafkaProducerPort, OutgoingRecord } from '../producer.port';
import { LastingConnection } from './lasting-connection';

const ALL_IN_SYNC = -1;

/**
 * Sends one after another. When the broker takes a send for one partition and refuses it for another, kafkajs counts
 * the sequences of both back before it tries again; another send in between would get a sequence that was used. The
 * broker would take it for a repetition, and acknowledge it without keeping it.
 */
export class KafkajsProducer implements KafkaProducerPort {
  readonly #connection: LastingConnection<Producer>;
  #turn: Promise<unknown> = Promise.resolve();

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
    const messages = records.map(({ partition, key, value, headers }) => ({
      partition,
      key,
      value: Buffer.from(value),
      headers: { ...headers },
    }));
    const sent = this.#turn.then(() =>
      this.#connection.use((producer) =>
        producer.send({ topic, acks: ALL_IN_SYNC, compression: CompressionTypes.GZIP, messages }),
      ),
    );
    this.#turn = sent.catch(() => undefined);
    await sent;
  }

  close(): Promise<void> {
    return this.#connection.close();
  }
}
