import { backoffMillis, pause } from '@parley/projections';
import type { IncomingBatch, KafkaConsumerPort } from '../client/consumer.port';
import { unlessAborted } from '../unless-aborted';

export interface GroupMembershipOptions {
  /** A consumer that has not joined yet. */
  join(): KafkaConsumerPort;
  /** Makes what has to be there before a consumer can join: the topics. */
  prepare(): Promise<void>;
  handle(batch: IncomingBatch): Promise<void>;
  readonly onFailure: (failure: unknown) => void;
}

/**
 * Keeps a consumer in its group. A consumer that fails, or was found silent, is let go, and another joins in its place.
 * Only this class does that, never the client, so that there are never two of them.
 */
export class GroupMembership {
  readonly #options: GroupMembershipOptions;
  readonly #stop = new AbortController();
  readonly #running: Promise<void>;
  #cut = new AbortController();
  #consumer: KafkaConsumerPort | undefined;
  #failures = 0;
  #lastFailure: string | undefined;

  constructor(options: GroupMembershipOptions) {
    this.#options = options;
    this.#running = this.#run();
  }

  /** What it is recovering from. */
  get lastFailure(): string | undefined {
    return this.#lastFailure;
  }

  /** Whether the group has given it this partition, as far as it has heard; true before it heard anything. */
  has(topic: string, partition: number): boolean {
    const assigned = this.#consumer?.assigned();
    return assigned === undefined || (assigned[topic]?.includes(partition) ?? false);
  }

  /** Batches come: whatever went wrong is over. */
  works(): void {
    this.#failures = 0;
    this.#lastFailure = undefined;
  }

  /** Lets the consumer go, and joins anew. */
  renew(): void {
    this.#cut.abort();
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { prepare, join, handle, onFailure } = this.#options;
    while (!this.#stop.signal.aborted) {
      this.#cut = new AbortController();
      const signal = AbortSignal.any([this.#stop.signal, this.#cut.signal]);
      const consumer = join();
      this.#consumer = consumer;
      const running = prepare().then(() => (signal.aborted ? undefined : consumer.run(handle)));
      await unlessAborted(running, signal, SILENT).catch((failure: unknown) => {
        if (this.#stop.signal.aborted) return;
        this.#failures += 1;
        this.#lastFailure = failure instanceof Error ? failure.message : String(failure);
        onFailure(failure);
      });
      await consumer.close();
      await pause(backoffMillis(Math.max(1, this.#failures)), this.#stop.signal);
    }
  }
}

const SILENT = 'the consumer went silent with messages to deliver, and is replaced';
