import { contextOf } from '@parley/event-store';
import { plusMillis, type Instant } from '@parley/kernel';
import { orderKeyOf, type FeedLag, type PublicEvent, type Subscription } from '@parley/messaging';
import { CheckpointedFollower, pause, type FollowedPage } from '@parley/projections';
import { HostileOrder } from './hostility';
import type { TailFeedOptions } from './tail-feed';

const RECORDING_MS = 2_000;

/** One consumer's way through the log of some contexts: each page of it is one transaction. */
export class Tail {
  readonly #options: TailFeedOptions;
  readonly #subscription: Subscription;
  readonly #contexts: readonly string[];
  readonly #hostile: HostileOrder<PublicEvent> | undefined;
  readonly #follower: CheckpointedFollower;
  #progressed = '' as Instant;
  #reporting: Promise<void> = Promise.resolve();

  /** @param name of its checkpoint */
  constructor(options: TailFeedOptions, subscription: Subscription, name: string, contexts: readonly string[]) {
    const { store, dataSource, pageSize, takeOverMs, onFailure, hostile } = options;
    this.#options = options;
    this.#subscription = subscription;
    this.#contexts = contexts;
    this.#hostile = hostile && new HostileOrder<PublicEvent>(hostile.seed, orderKeyOf);
    this.#follower = new CheckpointedFollower({
      store,
      dataSource,
      name,
      categories: contexts,
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
    if (rest.length > 0) await this.#follower.exclusively(() => this.#take(rest));
    await this.reportProgress();
  }

  lag(): readonly FeedLag[] {
    const { caughtUp, secondsSinceMoved } = this.#follower.status();
    return this.#contexts.map((context) => ({ context, caughtUp, secondsSinceMoved }));
  }

  /**
   * Reports how far the contexts have been heard, when nothing of them is left to hear. One report at a time, so that
   * none goes back.
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
    await progress.call(this.#subscription, this.#contexts, instant);
    this.#progressed = instant;
  }

  async #handle({ events, move }: FollowedPage): Promise<void> {
    const { publisher } = this.#options;
    const messages = events.flatMap((event) => publisher.publishesOf(contextOf(event.stream))(event));
    const hostile = this.#hostile;
    if (hostile) await pause(hostile.stall(), this.#subscription.signal);
    await this.#take(hostile ? hostile.shuffle(messages) : messages, move);
  }

  async #take(events: readonly PublicEvent[], move?: FollowedPage['move']): Promise<void> {
    await this.#options.dataSource.transaction(async (manager) => {
      await move?.(manager);
      if (events.length > 0) await this.#subscription.take(manager, { events, unread: [] });
    });
    if (events.length > 0) this.#subscription.taken?.();
  }
}
