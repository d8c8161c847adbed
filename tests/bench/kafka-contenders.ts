import type { RecordedEvent } from '@parley/event-store';
import type { PostgresEventStore } from '@parley/event-store-postgres';
import { keepFacts, publicEventOf, type Publishes } from '@parley/messaging';
import {
  headersOf,
  kafkajsClient,
  type KafkaClient,
  KafkaFeed,
  KafkaPublisher,
  topicOf,
  type KafkaSettings,
} from '@parley/messaging-kafka';
import { CompressionTypes, Kafka, logLevel, Partitioners, type Message } from 'kafkajs';
import type { DataSource } from 'typeorm';
import { realClock } from './append-contenders';
import { benchKeys } from './bench-keys';

/** Sends or hears all messages once. @returns messages a second */
export type Contender = (run: string) => Promise<number>;

export interface KafkaBench {
  readonly settings: KafkaSettings;
  readonly store: PostgresEventStore;
  readonly dataSource: DataSource;
  readonly events: readonly RecordedEvent[];
}

export const CONTEXT = 'intake';
/** As many messages as a page of the store has events. */
const PAGE = 500;

const KEYS = benchKeys(CONTEXT);
const publishes: Publishes = (event) => [
  publicEventOf(event, { type: 'parley.intake.v1.GrievanceFiled', data: event.payload }),
];
const kafkajsOf = ({ brokers }: KafkaSettings): Kafka =>
  new Kafka({ brokers: [...brokers], logLevel: logLevel.NOTHING });
const perSecond = (count: number, since: number): number => count / ((performance.now() - since) / 1000);

/**
 * kafkajs alone: the same messages, made beforehand, in sends of the same size, each of which is acknowledged before
 * the next.
 */
export const plainSender =
  ({ settings, events }: KafkaBench): Contender =>
  async (run) => {
    const messages = events
      .flatMap(publishes)
      .map((event): Message => ({ key: event.subject, value: Buffer.from(event.data), headers: headersOf(event) }));
    const topic = topicOf(run, CONTEXT);
    const producer = kafkajsOf(settings).producer({
      idempotent: true,
      maxInFlightRequests: 1,
      createPartitioner: Partitioners.DefaultPartitioner,
    });
    await producer.connect();
    const since = performance.now();
    for (let at = 0; at < messages.length; at += PAGE) {
      await producer.send({
        topic,
        acks: -1,
        compression: CompressionTypes.GZIP,
        messages: messages.slice(at, at + PAGE),
      });
    }
    const rate = perSecond(messages.length, since);
    await producer.disconnect();
    return rate;
  };

/** The relay, from a checkpoint at the beginning: reading the store, telling, sending and moving the checkpoint. */
export const relay =
  ({ settings, store, dataSource, events }: KafkaBench): Contender =>
  async (run) => {
    await dataSource.query(`DELETE FROM consumer.checkpoint`);
    const publisher = new KafkaPublisher({
      kafka: { ...settings, namespace: run },
      store,
      dataSource,
      clock: realClock,
      signerOf: KEYS.signerOf,
    });
    const since = performance.now();
    const publication = publisher.publish(CONTEXT, publishes);
    await publication.idle();
    const rate = perSecond(events.length, since);
    await publication.stop();
    return rate;
  };

/**
 * kafkajs alone, which commits each batch at the broker once it is counted. The time begins with the joining done,
 * since joining is the broker's work.
 */
export const plainHearer =
  ({ settings, events }: KafkaBench, namespace: string): Contender =>
  async (run) => {
    const topic = topicOf(namespace, CONTEXT);
    const consumer = kafkajsOf(settings).consumer({ groupId: run, maxBytesPerPartition: 4 * 1_048_576 });
    await consumer.connect();
    await consumer.subscribe({ topics: [topic], fromBeginning: true });
    const meter = new Meter(events.length);
    consumer.on(consumer.events.GROUP_JOIN, () => meter.begin());
    await consumer.run({
      autoCommit: false,
      eachBatch: async ({ batch, commitOffsetsIfNecessary, resolveOffset }) => {
        for (const { key } of batch.messages) if (key !== null) meter.count();
        const offset = String(BigInt(batch.lastOffset()) + 1n);
        await commitOffsetsIfNecessary({ topics: [{ topic, partitions: [{ partition: batch.partition, offset }] }] });
        resolveOffset(batch.lastOffset());
      },
    });
    const rate = await meter.rate;
    await consumer.disconnect();
    return rate;
  };

/** The feed, with a consumer that does nothing, or one that keeps each message as it came. */
export const feed =
  ({ settings, dataSource, events }: KafkaBench, namespace: string, does: 'nothing' | 'keep'): Contender =>
  async (run) => {
    const meter = new Meter(events.length);
    const consumption = new KafkaFeed({
      kafka: { ...settings, namespace },
      dataSource,
      origins: KEYS.origins,
      client: timedFromJoining(settings, meter),
    }).consume({
      contexts: [CONTEXT],
      group: run,
      signal: new AbortController().signal,
      take: async (manager, { events: page }) => {
        if (does === 'keep') await keepFacts(manager, page);
        for (const _ of page) meter.count();
      },
    });
    const rate = await meter.rate;
    await consumption.stop();
    return rate;
  };

function timedFromJoining(settings: KafkaSettings, meter: Meter): KafkaClient {
  const client = kafkajsClient(settings);
  return {
    ...client,
    consumer: (options) => {
      const consumer = client.consumer(options);
      const look = setInterval(() => {
        if (consumer.assigned() === undefined) return;
        clearInterval(look);
        meter.begin();
      }, 1);
      return consumer;
    },
  };
}

/** Counts from joining to the last message. */
class Meter {
  readonly #done = Promise.withResolvers<number>();
  readonly rate = this.#done.promise;
  #counted = 0;
  #since: number | undefined;

  constructor(private readonly expected: number) {}

  begin(): void {
    this.#since ??= performance.now();
  }

  count(): void {
    this.#counted += 1;
    if (this.#counted === this.expected) this.#done.resolve(perSecond(this.expected, this.#since ?? NaN));
  }
}
