import type { Feed } from '@parley/messaging';
import type { KafkaClient } from '../../client/kafka-client';
import type { KafkaFeedOptions } from '../../consumption/kafka-feed';
import type { KafkaHarness } from '../kafka-harness';

/** Where a fault can be put in. */
export interface Plant {
  client(client: KafkaClient): KafkaClient;
  feed(feed: Feed): Feed;
  readonly options: Partial<KafkaFeedOptions>;
}

/**
 * Something that went wrong elsewhere: a scenario that would have shown it, and the fault that proves that it would.
 */
export interface Incident {
  /** What must not happen again, as the end of "a consumer …". */
  readonly name: string;
  /** Throws when it happens. */
  run(harness: KafkaHarness, plant: Plant): Promise<void>;
  readonly fault: Partial<Plant>;
}

/** No fault. */
export const SOUND: Plant = { client: (client) => client, feed: (feed) => feed, options: {} };

/** A feed of the harness with what is planted. */
export function openFeed(harness: KafkaHarness, plant: Plant, more: Partial<KafkaFeedOptions> = {}): Feed {
  return plant.feed(
    harness.openFeed({ ...more, ...plant.options, client: plant.client(more.client ?? harness.client) }),
  );
}
