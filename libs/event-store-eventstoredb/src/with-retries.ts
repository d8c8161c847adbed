import { setTimeout as sleep } from 'node:timers/promises';
import { EventStoreAwayError } from './client/event-store-away.error';

/** A server that restarts or elects a leader in the meantime costs its callers a wait; one that stays away an error. */
const AGAIN_AFTER_MS = [50, 200, 500, 1_000];

/** Does something that is harmless to do twice, again for a while when the server is away. */
export async function withRetries<T>(work: () => Promise<T>): Promise<T> {
  for (const wait of AGAIN_AFTER_MS) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof EventStoreAwayError && error.mayPass)) throw error;
      await sleep(wait);
    }
  }
  return work();
}
