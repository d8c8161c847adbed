import { contextOf } from '@parley/event-store';
import type { Instant } from '@parley/kernel';
import { orderKeyOf, type FeedLag, type PublicEvent, type Subscription } from '@parley/messaging';
import { CheckpointedFollower, pause, type FollowedPage } from '@parley/projections';
import { HostileOrder } from './hostility';
import type { TailFeedOptions } from './tail-feed';

/** One consumer's way through the log of some contexts: each page of it is one transaction. */
export class Tail {
  readonly #options: TailFeedOptions;
  readonly #subscription: Subscription;
  readonly #hostile: HostileOrder<PublicEvent> | undefined;
  readonly #follower: CheckpointedFollower;
  #reported = '' as Instant;

  /** @param name of its checkpoint */
  constructor(
    options: TailFeedOptions,
    subscription: Subscription,
    name: string,
    readonly contexts: readonly string[],
  ) {
    const { store, dataSource, pageSize, takeOverMs, onFailure, hostile } = options;
    this.#options = options;
    this.#subscription = subscription;
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
  }

  lag(): readonly FeedLag[] {
    const { caughtUp, secondsSinceMoved } = this.#follower.status();
    return this.contexts.map((context) => ({ context, caughtUp, secondsSinceMoved }));
  }

  /** True when nothing is left to hear, and no report says yet that the contexts were heard to an instant. */
  async hasHeardTo(instant: Instant): Promise<boolean> {
    return instant > this.#reported && this.#follower.isCaughtUp();
  }

  /** Keeps that a report said so. */
  reported(instant: Instant): void {
    this.#reported = instant;
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
