import {
  FetchIsolationLevels,
  MessagesStreamFallbackModes,
  MessagesStreamModes,
  type Consumer,
  type Message,
  type MessagesStream,
} from '@platformatic/kafka';
import type { ConsumerOptions, IncomingBatch, IncomingRecord, KafkaConsumerPort } from '../consumer.port';

const WAIT_MS = 500;
const PARTITION_BYTES = 4 * 1_048_576;
/** Messages taken from the stream at once. */
const TAKEN = 500;

/**
 * One membership of a group. What a handler leaves over makes it fail, because the stream has gone on: another consumer
 * begins where it was left.
 */
export class PlatformaticConsumer implements KafkaConsumerPort {
  readonly #consumer: Consumer;
  readonly #options: ConsumerOptions;
  #stream: MessagesStream<Buffer, Buffer, Buffer, Buffer> | undefined;
  #isClosed = false;
  #isDealing = false;
  #running: Promise<void> | undefined;

  constructor(consumer: Consumer, options: ConsumerOptions) {
    this.#consumer = consumer;
    this.#options = options;
    consumer.on('consumer:group:rebalance', () => void (this.#isDealing = true));
    consumer.on('consumer:group:rejoin', () => void (this.#isDealing = true));
    consumer.on('consumer:group:join', () => void (this.#isDealing = false));
  }

  run(handle: (batch: IncomingBatch) => Promise<void>): Promise<void> {
    this.#running = this.#run(handle);
    return this.#running;
  }

  assigned(): Readonly<Record<string, readonly number[]>> | undefined {
    const { assignments } = this.#consumer;
    return assignments === null
      ? undefined
      : Object.fromEntries(assignments.map(({ topic, partitions }) => [topic, partitions]));
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#stream?.close().catch(() => undefined);
    await this.#running?.catch(() => undefined);
    await this.#consumer.close(true).catch(() => undefined);
  }

  async #run(handle: (batch: IncomingBatch) => Promise<void>): Promise<void> {
    const stream = await this.#consumer.consume({
      topics: [...this.#options.topics],
      autocommit: false,
      mode: MessagesStreamModes.COMMITTED,
      fallbackMode: MessagesStreamFallbackModes.EARLIEST,
      isolationLevel: FetchIsolationLevels.READ_UNCOMMITTED,
      maxWaitTime: WAIT_MS,
      maxBytesPerPartition: PARTITION_BYTES,
    });
    this.#stream = stream;
    if (this.#isOver()) return;
    for await (const first of stream) {
      if (this.#isOver()) return;
      const messages = [first, ...takeWaiting(stream)];
      const byPartition = Map.groupBy(messages, ({ topic, partition }) => `${topic}/${String(partition)}`);
      await Promise.all([...byPartition.values()].map((ofPartition) => this.#hand(ofPartition, handle)));
    }
  }

  #isOver(): boolean {
    return this.#isClosed;
  }

  async #hand(messages: readonly Message[], handle: (batch: IncomingBatch) => Promise<void>): Promise<void> {
    const [first, last] = [messages[0], messages.at(-1)];
    if (!first || !last) return;
    const { topic, partition } = first;
    const generation = this.#consumer.generationId;
    let done = first.offset;
    await handle({
      topic,
      partition,
      records: messages.map(recordOf),
      endOffset: last.offset + 1n,
      heartbeat: async () => {
        if (this.#isDealing || this.#consumer.generationId !== generation)
          throw new Error('the group deals its partitions anew');
      },
      commit: async (next) => {
        if (this.#consumer.generationId !== generation) throw new Error('the group has dealt its partitions anew');
        await this.#consumer.commit({ offsets: [{ topic, partition, offset: next, leaderEpoch: last.leaderEpoch }] });
        done = next;
      },
    });
    if (done <= last.offset && !this.#isClosed)
      throw new Error(`${topic}/${String(partition)} was left at ${String(done)}`);
  }
}

/** What the stream holds already, without waiting for more. */
function takeWaiting(stream: MessagesStream<Buffer, Buffer, Buffer, Buffer>): readonly Message[] {
  const taken: Message[] = [];
  while (taken.length < TAKEN && stream.readableLength > 0) {
    const message = stream.read() as Message | null;
    if (message === null) break;
    taken.push(message);
  }
  return taken;
}

/** The client gives nothing for null, whatever it says of its types. */
const orNull = (bytes: Buffer | undefined): Buffer | null => bytes ?? null;

const recordOf = ({ offset, key, value, headers }: Message): IncomingRecord => ({
  offset,
  key: orNull(key),
  value: orNull(value),
  headers: Object.fromEntries([...headers].map(([name, text]) => [Buffer.from(name).toString('utf8'), text])),
});
