import type { Consumer, EachBatchPayload, Kafka, KafkaMessage } from 'kafkajs';
import type { ConsumerOptions, IncomingBatch, IncomingRecord, KafkaConsumerPort } from '../consumer.port';
import { kafkajsFailure } from './kafkajs-failure';
import { goodbye } from './lasting-connection';

/** A record of the largest size that a topic takes fits into one answer. */
const PARTITION_BYTES = 4 * 1_048_576;
const FETCH_BYTES = 16 * 1_048_576;
/** How long the broker keeps a question open while there is nothing to tell. */
const WAIT_MS = 1_000;

/**
 * One membership of a group, from joining to leaving. kafkajs never restarts it: a consumer that restarts itself may
 * hold a partition twice, or stop without a word.
 */
export class KafkajsConsumer implements KafkaConsumerPort {
  readonly #consumer: Consumer;
  readonly #options: ConsumerOptions;
  readonly #ended = Promise.withResolvers<undefined>();
  #starting: Promise<void> | undefined;
  #assigned: Readonly<Record<string, readonly number[]>> | undefined;
  #isClosed = false;

  constructor(kafka: Kafka, options: ConsumerOptions) {
    this.#options = options;
    this.#consumer = kafka.consumer({
      groupId: options.groupId,
      sessionTimeout: options.sessionMs,
      rebalanceTimeout: 2 * options.sessionMs,
      heartbeatInterval: Math.floor(options.sessionMs / 5),
      maxBytesPerPartition: PARTITION_BYTES,
      maxBytes: FETCH_BYTES,
      maxWaitTimeInMs: Math.min(WAIT_MS, Math.floor(options.sessionMs / 5)),
      allowAutoTopicCreation: false,
      // Nobody here writes in transactions, and a transaction that a stranger leaves open must hold nobody back.
      readUncommitted: true,
      retry: { restartOnFailure: async () => false },
    });
    this.#consumer.on(this.#consumer.events.CRASH, ({ payload }) => this.#ended.reject(kafkajsFailure(payload.error)));
    this.#consumer.on(
      this.#consumer.events.GROUP_JOIN,
      ({ payload }) => void (this.#assigned = payload.memberAssignment),
    );
    // Without a run there is nobody to tell.
    this.#ended.promise.catch(() => undefined);
  }

  async run(handle: (batch: IncomingBatch) => Promise<void>): Promise<void> {
    this.#starting = this.#start(handle);
    await this.#starting.catch((failure: unknown) => {
      throw kafkajsFailure(failure);
    });
    await this.#ended.promise;
  }

  assigned(): Readonly<Record<string, readonly number[]>> | undefined {
    return this.#assigned;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await goodbye(this.#leave());
    this.#ended.resolve(undefined);
  }

  async #leave(): Promise<void> {
    // kafkajs does not stop what is still joining, and would consume afterwards.
    await this.#starting?.catch(() => undefined);
    await this.#consumer.disconnect();
  }

  async #start(handle: (batch: IncomingBatch) => Promise<void>): Promise<void> {
    await this.#consumer.connect();
    await this.#consumer.subscribe({ topics: [...this.#options.topics], fromBeginning: true });
    await this.#consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: this.#options.partitionsAtOnce,
      eachBatch: async (payload) => {
        if (!this.#isClosed) await handle(incomingOf(payload));
      },
    });
  }
}

function incomingOf({ batch, heartbeat, resolveOffset, commitOffsetsIfNecessary }: EachBatchPayload): IncomingBatch {
  const { topic, partition } = batch;
  return {
    topic,
    partition,
    records: batch.messages.map(recordOf),
    endOffset: BigInt(batch.highWatermark),
    heartbeat,
    commit: async (next) => {
      await commitOffsetsIfNecessary({ topics: [{ topic, partitions: [{ partition, offset: String(next) }] }] });
      // Only what the broker noted counts as read, so that anything else is fetched again.
      resolveOffset(String(next - 1n));
    },
  };
}

const recordOf = ({ offset, key, value, headers = {} }: KafkaMessage): IncomingRecord => ({
  offset: BigInt(offset),
  key,
  value,
  headers: Object.fromEntries(Object.entries(headers).flatMap(([name, given]) => bytesOf(name, given))),
});

function bytesOf(
  name: string,
  given: Buffer | string | (Buffer | string)[] | undefined,
): readonly (readonly [string, Uint8Array])[] {
  const last = Array.isArray(given) ? given.at(-1) : given;
  // It may be null, although kafkajs' types say otherwise: a header may have no value.
  return last == null ? [] : [[name, typeof last === 'string' ? Buffer.from(last) : last]];
}
