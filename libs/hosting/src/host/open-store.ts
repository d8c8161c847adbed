import type { EventStore } from '@parley/event-store';
import { createPostgresEventStore } from '@parley/event-store-postgres';
import type { Clock } from '@parley/kernel';
import { NotReadyError } from '../process/not-ready-error';
import { StartError } from '../process/start-error';

/** The record, and what ends it. */
export interface OpenStore extends EventStore {
  /** Why it cannot be worked with just now, in sentences that anybody may read; where it can tell. */
  unready?(): readonly string[];
  close(): Promise<void>;
}

/** Milliseconds between two looks for what no wake-up told of. */
const POLL_MS = 1_000;

/**
 * The record as its address says. Nothing is asked of it yet.
 * @throws StartError for an address that EventStoreDB's client does not understand
 */
export async function openStore(address: string, context: string, clock: Clock, onFailure: (failure: unknown) => void): Promise<OpenStore> {
  if (!address.startsWith('esdb')) return createPostgresEventStore({ connectionString: address, clock, pollMs: POLL_MS });
  // Only where it is used: loading its client takes longer than all the rest of a start.
  const { openEventStoreDb } = await import('@parley/event-store-eventstoredb');
  try {
    return openEventStoreDb({ connectionString: address, context, clock, onFailure });
  } catch (error) {
    throw new StartError(`PARLEY_EVENT_STORE_URL cannot be used: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Asks the record for its newest position. @throws NotReadyError with what it says of itself, or in general, when it does not answer */
export async function askStore(store: OpenStore): Promise<void> {
  try {
    await store.head();
  } catch (error) {
    throw new NotReadyError(store.unready?.()[0] ?? 'the event store does not answer', { cause: error });
  }
}
