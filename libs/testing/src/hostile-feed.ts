import type { EventStore } from '@parley/event-store';
import type { Clock } from '@parley/kernel';
import type { Feed, Publishes } from '@parley/messaging';
import { TailFeed, TailPublisher } from '@parley/messaging-tail';
import type { DataSource } from 'typeorm';

export interface HostileFeedOptions {
  readonly store: EventStore;
  /** Of the consuming service. */
  readonly dataSource: DataSource;
  readonly clock: Clock;
  /** The public face of each context that is listened to. */
  readonly publishes: Readonly<Record<string, Publishes>>;
  /** The seed of all that it does; print it with a failure. */
  readonly seed: number;
}

/**
 * A feed for specs that delivers as badly as a broker may: twice, again later, and in any order between cases and
 * contexts.
 */
export function hostileFeed({ store, dataSource, clock, publishes, seed }: HostileFeedOptions): Feed {
  const publisher = new TailPublisher();
  for (const [context, face] of Object.entries(publishes)) publisher.publish(context, face);
  return new TailFeed({ store, publisher, dataSource, clock, recordingMs: 0, hostile: { seed } });
}
