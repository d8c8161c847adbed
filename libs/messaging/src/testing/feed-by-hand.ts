import type { Instant } from '@parley/kernel';
import type { Consumption, Feed, Subscription } from '../feed';
import type { PublicEvent } from '../public-event';
import { MemoryInbox } from './memory-inbox';

/** A feed for specs that tell a service each event themselves: it comes twice, as a broker may bring it. */
export class FeedByHand implements Feed {
  #subscription: Subscription | undefined;

  /** @param subscribed called once a service listens, such as to report how far another context has told */
  constructor(private readonly subscribed: (subscription: Subscription) => void = () => undefined) {}

  consume(subscription: Subscription): Consumption {
    this.#subscription = subscription;
    this.subscribed(subscription);
    return {
      stop: () => Promise.resolve(),
      idle: () => Promise.resolve(),
      lag: () => [],
      parked: () => Promise.resolve([]),
      replayParked: () => Promise.resolve(0),
    };
  }

  /** Everything that the others recorded before an instant was told. */
  async pass(instant: Instant): Promise<void> {
    for (const context of this.#subscription?.contexts ?? []) await this.#subscription?.progress?.(context, instant);
  }

  async deliver(event: PublicEvent): Promise<void> {
    const inbox = new MemoryInbox(this.#subscription?.group ?? '');
    await this.#subscription?.handle(event, inbox);
    await this.#subscription?.handle(event, inbox);
  }
}
