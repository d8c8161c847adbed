import type { EventStore } from '@parley/event-store';
import { createPostgresEventStore } from '@parley/event-store-postgres';
import type { Clock } from '@parley/kernel';
import { StartError } from '../process/start-error';

/** The record, and what ends it. */
export interface OpenStore extends EventStore {
  close(): Promise<void>;
}

/** Milliseconds between two looks for what no wake-up told of. */
const POLL_MS = 1_000;

/**
 * The record as its address says. Nothing is asked of it yet.
 * @throws StartError for an address that EventStoreDB's client does not understand
 */
export async function openStore(url: URL, context: string, clock: Clock, onFailure: (failure: unknown) => void): Promise<OpenStore> {
  if (!url.protocol.startsWith('esdb')) return createPostgresEventStore({ connectionString: url.href, clock, pollMs: POLL_MS });
  // Only where it is used: loading its client takes longer than all the rest of a start.
  const { openEventStoreDb } = await import('@parley/event-store-eventstoredb');
  try {
    return openEventStoreDb({ connectionString: url.href, context, clock, onFailure });
  } catch (error) {
    throw new StartError(`PARLEY_EVENT_STORE_URL cannot be used: ${error instanceof Error ? error.message : String(error)}`);
  }
}
