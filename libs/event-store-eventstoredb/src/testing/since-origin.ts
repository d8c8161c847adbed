import type { EventStoreClient, LogPosition } from '../client/all-subscription';

/**
 * A client that sees all streams only from some position on. A real server cannot be emptied, and this gives each test
 * a record that is empty at first.
 */
export function sinceOrigin(client: EventStoreClient, origin: LogPosition | null): EventStoreClient {
  if (origin === null) return client;
  return {
    append: (stream, expected, events) => client.append(stream, expected, events),
    readStream: (stream, from, limit) => client.readStream(stream, from, limit),
    newest: async (isWanted) => {
      const found = await client.newest((event) => event.position.commit <= origin.commit || isWanted(event));
      return found === null || found.position.commit <= origin.commit ? null : found;
    },
    subscribe: (after, filter) => client.subscribe(after ?? origin, filter),
    close: () => client.close(),
  };
}
