import type { EventStore } from '@parley/event-store';
import { createPostgresEventStore, installEventStore } from '@parley/event-store-postgres';
import type { Clock } from '@parley/kernel';
import { Client } from 'pg';

export interface TestEventStore {
  readonly store: EventStore;
  /** To be called before the database is dropped. */
  close(): Promise<void>;
}

/** A story has a time of its own, which no server knows of: its superuser lets events be recorded at any instant. */
const AT_ANY_TIME = 'CREATE OR REPLACE VIEW event_store.record_time AS SELECT tstzrange(NULL, NULL) AS now';

/** The real event store on a test's own database, written by its superuser on behalf of the contexts, at any time. */
export async function openTestEventStore(
  url: string,
  contexts: readonly string[],
  clock: Clock,
): Promise<TestEventStore> {
  const role = decodeURIComponent(new URL(url).username);
  await installEventStore({ adminUrl: url, contexts: contexts.map((context) => ({ context, role })) });
  await atAnyTime(url);
  const store = createPostgresEventStore({ connectionString: url, clock });
  return { store, close: () => store.close() };
}

async function atAnyTime(url: string): Promise<void> {
  const admin = new Client({ connectionString: url });
  await admin.connect();
  await admin.query(AT_ANY_TIME).finally(() => admin.end());
}
