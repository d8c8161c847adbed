import type { EventStore } from '@parley/event-store';
import { createPostgresEventStore } from '@parley/event-store-postgres';
import type { Clock } from '@parley/kernel';
import { NotReadyError, StartError } from '../process/start-error';

/** The record, with the function that closes it. */
export interface OpenStore extends EventStore {
  close(): Promise<void>;
}

/**
 * Least milliseconds between two wake-ups of a service's few followers. On average each of them lags half of that
 * behind.
 */
const WAKE_SPACING_MS = 10;

/**
 * Opens the record at its address. Nothing is asked of it yet.
 * @throws StartError for an address that EventStoreDB's client does not understand
 */
export async function openStore(
  address: string,
  context: string,
  clock: Clock,
  onFailure: (failure: unknown) => void,
): Promise<OpenStore> {
  if (!address.startsWith('esdb'))
    return createPostgresEventStore({
      connectionString: address,
      clock,
      wakeSpacingMs: WAKE_SPACING_MS,
    });
  // It is loaded only where it is used, since loading its client takes longer than all the rest of a start.
  const { openEventStoreDb } = await import('@parley/event-store-eventstoredb');
  try {
    return openEventStoreDb({ connectionString: address, context, clock, onFailure });
  } catch (error) {
    throw new StartError(
      `PARLEY_EVENT_STORE_URL cannot be used: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/**
 * Sentences by the reason of a failure of EventStoreDB. Anybody may ask /readyz, so its address and user stay in the
 * log.
 */
const SENTENCES: ReadonlyMap<unknown, string> = new Map([
  ['unreachable', 'no EventStoreDB answers at its address'],
  ['slow', 'EventStoreDB did not answer in time'],
  ['untrusted', 'there is no secure connection with EventStoreDB'],
  ['refused', 'EventStoreDB does not accept its user, or what that one asks for'],
]);

/**
 * Asks the record for its newest position. @throws NotReadyError with a sentence that anybody may read when it does not
 * answer
 */
export async function askStore(store: Pick<OpenStore, 'head'>): Promise<void> {
  try {
    await store.head();
  } catch (error) {
    const reason = error instanceof Error && 'reason' in error ? error.reason : undefined;
    throw new NotReadyError(SENTENCES.get(reason) ?? 'the event store does not answer', { cause: error });
  }
}
