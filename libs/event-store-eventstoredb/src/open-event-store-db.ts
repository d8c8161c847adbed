import type { Clock } from '@parley/kernel';
import { eventStoreAddress } from './client/event-store-address';
import { EventStoreDbClient } from './client/eventstoredb-client';
import { EventStoreDb } from './event-store-db';

export interface EventStoreDbOptions {
  /**
   * `esdb://user:password@host:2113?tls=true&tlsCAFile=…`, or `esdb+discover://…` for a cluster; EventStoreDB documents
   * the rest.
   */
  readonly connectionString: string;
  /** The context whose streams may be appended to, or several; none for a store that only reads. */
  readonly context: string | readonly string[];
  readonly clock: Clock;
  /** Called once with each new reason why the store cannot be worked with. The store goes on trying. */
  readonly onFailure?: (failure: unknown) => void;
}

/**
 * Opens a record in EventStoreDB 23.10 or later. It waits for no answer. A fault in the address, the certificate or the
 * password shows in `unready()`, and the store goes on trying.
 * @throws EventStoreAddressError for a connection string that cannot be understood
 */
export function openEventStoreDb({
  connectionString,
  context,
  clock,
  onFailure = () => undefined,
}: EventStoreDbOptions): EventStoreDb {
  const client = new EventStoreDbClient(eventStoreAddress(connectionString));
  return new EventStoreDb({ client, contexts: typeof context === 'string' ? [context] : context, clock, onFailure });
}
