import { CompressionAlgorithms, ProduceAcks, type Producer } from '@platformatic/kafka';
import type { KafkaProducerPort, OutgoingRecord } from '../producer.port';

export class PlatformaticProducer implements KafkaProducerPort {
  readonly #make: () => Producer;
  #producer: Producer | undefined;

  constructor(make: () => Producer) {
    this.#make = make;
  }

  async send(topic: string, records: readonly OutgoingRecord[]): Promise<void> {
    const producer = (this.#producer ??= this.#make());
    const messages = records.map(({ partition, key, value, headers }) => ({
      topic,
      partition,
      value: Buffer.from(value),
      headers: new Map(Object.entries(headers).map(([name, text]) => [Buffer.from(name), Buffer.from(text)])),
      ...(key === null ? {} : { key: Buffer.from(key) }),
    }));
    try {
      await producer.send({ messages, acks: ProduceAcks.ALL, compression: CompressionAlgorithms.GZIP });
    } catch (failure) {
      // Its count of the sequence is not to be trusted any more.
      if (this.#producer === producer) this.#producer = undefined;
      void producer.close().catch(() => undefined);
      throw failure;
    }
  }

  async close(): Promise<void> {
    await this.#producer?.close().catch(() => undefined);
  }
}
