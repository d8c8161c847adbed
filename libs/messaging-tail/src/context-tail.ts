import type { RecordedEvent } from '@parley/event-store';
import { plusMillis, type Instant } from '@parley/kernel';
import { orderKeyOf, type FeedLag, type KeyedDelivery, type PublicEvent, type Subscription } from '@parley/messaging';
import { CheckpointedFollower, pause, type FollowedPage } from '@parley/projections';
import { HostileOrder } from './hostility';
import type { TailFeedOptions } from './tail-feed';

const RECORDING_MS = 2_000;

/** One consumer's way through the log of one context. */
export class ContextTail {
  readonly #options: TailFeedOptions;
  readonly #subscription: Subscription;
  readonly #context: string;
  readonly #delivery: KeyedDelivery<PublicEvent>;
  readonly #hostile: HostileOrder<PublicEvent> | undefined;
  readonly #follower: CheckpointedFollower;
  #progressed = '' as Instant;
  #reporting: Promise<void> = Promise.resolve();

  constructor(
    options: TailFeedOptions,
    subscription: Subscription,
    context: string,
    delivery: KeyedDelivery<PublicEvent>,
  ) {
    const { store, dataSource, pageSize, takeOverMs, onFailure, hostile } = options;
    this.#options = options;
    this.#subscription = subscription;
    this.#context = context;
    this.#delivery = delivery;
    this.#hostile = hostile && new HostileOrder<PublicEvent>(hostile.seed, orderKeyOf);
    this.#follower = new CheckpointedFollower({
      store,
      dataSource,
      name: `feed:${subscription.group}:${context}`,
      categories: [context],
      handle: (page) => this.#handle(page),
      ...(pageSize === undefined ? {} : { pageSize }),
      ...(takeOverMs === undefined ? {} : { takeOverMs }),
      ...(onFailure === undefined ? {} : { onFailure }),
    });
    this.#follower.start();
  }

  async stop(): Promise<void> {
    await this.#follower.stop();
  }

  async idle(): Promise<void> {
    await this.#follower.idle();
    const rest = this.#hostile?.drain() ?? [];
    if (rest.length > 0) await this.#follower.exclusively(() => this.#delivery.deliver(rest));
    await this.reportProgress();
  }

  lag(): FeedLag {
    const { caughtUp, secondsSinceMoved } = this.#follower.status();
    return { context: this.#context, caughtUp, secondsSinceMoved };
  }

  /**
   * Reports how far this context has been heard, when nothing of it is left to hear. One report at a time, so that none
   * goes back.
   */
  reportProgress(): Promise<void> {
    const report = this.#reporting.then(() => this.#report());
    this.#reporting = report.catch(() => undefined);
    return report;
  }

  async #report(): Promise<void> {
    const { clock, recordingMs = RECORDING_MS } = this.#options;
    const { progress } = this.#subscription;
    if (!progress) return;
    // The clock is read before the log: what is recorded after this look is recorded later than it.
    const instant = plusMillis(clock.now(), -recordingMs);
    if (instant <= this.#progressed || !(await this.#follower.isCaughtUp())) return;
    await progress.call(this.#subscription, this.#context, instant);
    this.#progressed = instant;
  }

  /** Does something while nothing of this context is being delivered. */
  exclusively<T>(fn: () => Promise<T>): Promise<T> {
    return this.#follower.exclusively(fn);
  }

  async #handle({ events, move }: FollowedPage): Promise<void> {
    const messages = events.flatMap((event) => this.#publicOf(event));
    const hostile = this.#hostile;
    if (hostile) await pause(hostile.stall(), this.#subscription.signal);
    await this.#delivery.deliver(hostile ? hostile.shuffle(messages) : messages);
    await move(this.#options.dataSource.manager);
  }

  #publicOf(event: RecordedEvent): readonly PublicEvent[] {
    return this.#options.publisher.publishesOf(this.#context)(event);
  }
}
