import type { EventStore } from '@parley/event-store';
import { createPostgresEventStore, installEventStore } from '@parley/event-store-postgres';
import type { Clock } from '@parley/kernel';

export interface TestEventStore {
  readonly store: EventStore;
  /** To be called before the database is dropped. */
  close(): Promise<void>;
}

/** The real event store on a test's own database, written by its superuser on behalf of the contexts. */
export async function openTestEventStore(
  url: string,
  contexts: readonly string[],
  clock: Clock,
): Promise<TestEventStore> {
  const role = decodeURIComponent(new URL(url).username);
  await installEventStore({ adminUrl: url, contexts: contexts.map((context) => ({ context, role })) });
  const store = createPostgresEventStore({ connectionString: url, clock });
  return { store, close: () => store.close() };
}
