import type { Instant } from '@parley/kernel';
import type { DataSource } from 'typeorm';
import type { Consumption, Feed, MessagePage, Subscription } from '../feed';
import type { PublicEvent } from '../public-event';

/** A feed for specs that tell a service each event themselves: it comes twice, as a broker may bring it. */
export class FeedByHand implements Feed {
  /** The subscription of the service, once it listens. */
  subscription: Subscription | undefined;

  /**
   * @param database of the service that listens
   * @param subscribed called once it listens, such as to report how far another context has told
   */
  constructor(
    private readonly database: DataSource,
    private readonly subscribed: (subscription: Subscription) => void = () => undefined,
  ) {}

  consume(subscription: Subscription): Consumption {
    this.subscription = subscription;
    this.subscribed(subscription);
    return { stop: () => Promise.resolve(), idle: () => Promise.resolve(), lag: () => [] };
  }

  /** Says that everything that the others, or some of them, recorded before an instant was told. */
  async pass(instant: Instant, contexts = this.subscription?.contexts ?? []): Promise<void> {
    await this.subscription?.progress?.(contexts, instant);
  }

  /** Resolves when the service has taken the events. It may still have to do what they call for. */
  async deliver(...events: readonly PublicEvent[]): Promise<void> {
    await this.deliverPage({ events, unread: [] });
  }

  async deliverPage(page: MessagePage): Promise<void> {
    const subscription = this.subscription;
    if (!subscription) throw new Error('nobody listens');
    for (let times = 0; times < 2; times++) {
      await this.database.transaction((manager) => subscription.take(manager, page));
      subscription.taken?.();
    }
  }
}
