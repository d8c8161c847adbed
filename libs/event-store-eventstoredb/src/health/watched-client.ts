import type { EventStoreClient } from '../client/event-store-client';
import type { ConnectionHealth } from './connection-health';

/** A client whose calls tell how the connection is. Subscriptions are long, and their readers tell of them. */
export function watchedClient(client: EventStoreClient, health: ConnectionHealth): EventStoreClient {
  return {
    append: (stream, expected, events) => health.watch(() => client.append(stream, expected, events)),
    readStream: (stream, from, limit) => health.watch(() => client.readStream(stream, from, limit)),
    newest: (isWanted) => health.watch(() => client.newest(isWanted)),
    subscribe: (after, filter) => client.subscribe(after, filter),
    close: () => client.close(),
  };
}
