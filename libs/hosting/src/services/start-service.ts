import type { EventStore } from '@parley/event-store';
import type { Feed } from '@parley/messaging';
import { countedBlobStore, tracedEventStore, tracedFeed, type RunningService, type ServiceDefinition, type ServicePorts } from '@parley/platform';
import type { DataSource } from 'typeorm';

/** What all services of a process are given alike. */
export type SharedPorts = Omit<ServicePorts, 'store' | 'feed' | 'database'>;

/** What is opened for one service alone. */
export interface OwnPorts {
  readonly database: DataSource;
  readonly store: EventStore;
  readonly feed: Feed;
}

/** A service that was started, by its context. */
export interface OpenService {
  readonly context: string;
  readonly running: RunningService;
}

/** Starts a service, with traces of what it reads, writes and hears, and a count of stored bytes that are not what they were. */
export async function startService(definition: ServiceDefinition, shared: SharedPorts, { database, store, feed }: OwnPorts): Promise<OpenService> {
  const running = await definition.start({ ...shared, blobs: countedBlobStore(shared.blobs), store: tracedEventStore(store), feed: tracedFeed(feed), database });
  return { context: definition.context, running };
}
