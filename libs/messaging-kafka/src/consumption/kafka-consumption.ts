import { schemaOf, type Consumption, type FeedLag, type Subscription } from '@parley/messaging';
import type { KafkaAdminPort } from '../client/admin.port';
import type { IncomingBatch } from '../client/consumer.port';
import type { KafkaClient } from '../client/kafka-client';
import { ensureTopicsBy } from '../ensure-topics';
import { groupIdOf, topicOf } from '../topics';
import { BatchDelivery } from './batch-delivery';
import { GroupMembership } from './group-membership';
import { GroupOffsets } from './group-offsets';
import type { KafkaFeedOptions } from './kafka-feed';
import { MissedMessagesError } from './missed-messages.error';
import { PartitionProgress } from './partition-progress';
import { Watchdog } from './watchdog';

/** How far behind a consumer's group is with one context. */
export interface KafkaLag extends FeedLag {
  /**
   * Messages of the context's topic, marks among them, that the group has not noted as done; 0 before the first look.
   */
  readonly events: number;
}

const SESSION_MS = 10_000;
const WATCHDOG_MS = 30_000;
const BEATS_PER_SESSION = 5;
/** Each partition takes one of the service's database connections while a chunk of it is taken. */
const PARTITIONS_AT_ONCE = 4;

/** A consumer at work: one membership of its group, and what keeps it there. */
export class KafkaConsumption implements Consumption {
  readonly #subscription: Subscription;
  readonly #topics: ReadonlyMap<string, string>;
  readonly #batches: BatchDelivery;
  readonly #admin: KafkaAdminPort;
  readonly #offsets: GroupOffsets;
  readonly #membership: GroupMembership;
  readonly #watchdog: Watchdog;
  readonly #stop = new AbortController();
  /** The batch in hand of each partition, by topic and partition. */
  readonly #inHand = new Map<string, Promise<void>>();
  #stopping: Promise<void> | undefined;

  constructor(options: KafkaFeedOptions & { readonly client: KafkaClient }, subscription: Subscription) {
    const {
      kafka,
      client,
      dataSource,
      origins,
      isKnown,
      onFailure = () => undefined,
      sessionMs = SESSION_MS,
    } = options;
    const { manager } = dataSource;
    const { group, contexts } = subscription;
    const topics = contexts.map((context) => topicOf(kafka.namespace, context));
    const groupId = groupIdOf(kafka.namespace, schemaOf(manager), group);
    this.#subscription = subscription;
    this.#topics = new Map(topics.map((topic, at) => [topic, contexts[at] ?? topic]));
    this.#batches = new BatchDelivery({
      dataSource,
      subscription,
      progress: new PartitionProgress(manager, subscription),
      origins,
      contextOf: (topic) => this.#topics.get(topic) ?? topic,
      onFailure,
      heartbeatMs: sessionMs / BEATS_PER_SESSION,
      ...(isKnown ? { isKnown } : {}),
    });
    this.#admin = client.admin();
    this.#offsets = new GroupOffsets(this.#admin, groupId, topics);
    this.#membership = new GroupMembership({
      join: () => client.consumer({ groupId, topics, sessionMs, partitionsAtOnce: PARTITIONS_AT_ONCE }),
      prepare: async () => {
        await ensureTopicsBy(this.#admin, kafka, contexts);
        // This is asked before the consumer joins. Once it has joined, the client has gone on behind the missed
        // messages.
        for (const lag of await this.#offsets.lag())
          if (lag.missed > 0) onFailure(new MissedMessagesError(groupId, lag));
      },
      handle: (batch) => this.#handle(batch),
      onFailure,
    });
    this.#watchdog = new Watchdog({
      offsets: this.#offsets,
      topics,
      watchdogMs: options.watchdogMs ?? WATCHDOG_MS,
      isOurs: (topic, partition) => this.#membership.has(topic, partition),
      isBusy: () => this.#inHand.size > 0,
      silent: () => this.#membership.renew(),
    });
    subscription.signal.addEventListener('abort', () => void this.stop(), { once: true });
    if (subscription.signal.aborted) void this.stop();
  }

  /**
   * Finishes what is in hand, notes it with the broker and leaves the group, so that others need not wait for a session
   * to end.
   */
  stop(): Promise<void> {
    return (this.#stopping ??= this.#end());
  }

  /**
   * Resolves when everything that was published before the call was taken, by any instance of the group.
   * @throws when stopped meanwhile
   */
  async idle(): Promise<void> {
    const { signal } = this.#stop;
    try {
      await this.#offsets.reachEnds(signal);
    } catch (failure) {
      if (signal.aborted)
        throw new Error(`the consumption of ${this.#subscription.group} was stopped`, { cause: failure });
      throw failure;
    }
  }

  lag(): readonly KafkaLag[] {
    return [...this.#topics].map(([topic, context]) => {
      const { events, movedAt } = this.#watchdog.topic(topic);
      const caughtUp = events === 0 && this.#watchdog.isReached;
      return { context, caughtUp, events: events ?? 0, secondsSinceMoved: (performance.now() - movedAt) / 1_000 };
    });
  }

  /**
   * With `lastFailure` while it cannot reach the broker or stay in its group; in the client's words, which are for the
   * log alone.
   */
  status(): { readonly lastFailure?: string } {
    const { lastFailure } = this.#membership;
    return lastFailure === undefined ? {} : { lastFailure };
  }

  async #handle(batch: IncomingBatch): Promise<void> {
    const key = `${batch.topic}/${String(batch.partition)}`;
    // A replaced consumer may still have a batch of this partition in hand. That batch comes to its end first.
    const before = this.#inHand.get(key);
    const handling = (before ?? Promise.resolve()).catch(() => undefined).then(() => this.#deliver(batch));
    this.#inHand.set(key, handling);
    try {
      await handling;
    } finally {
      if (this.#inHand.get(key) === handling) this.#inHand.delete(key);
    }
  }

  async #deliver(batch: IncomingBatch): Promise<void> {
    this.#membership.works();
    await this.#batches.deliver(batch, this.#stop.signal, (next) =>
      this.#offsets.committed(batch.topic, batch.partition, next),
    );
  }

  async #end(): Promise<void> {
    this.#stop.abort();
    await Promise.allSettled(this.#inHand.values());
    await this.#membership.stop();
    await this.#watchdog.stop();
    // A batch that came while the consumer left the group finds itself stopped, and is waited for all the same.
    await Promise.allSettled(this.#inHand.values());
    await this.#admin.close();
  }
}
