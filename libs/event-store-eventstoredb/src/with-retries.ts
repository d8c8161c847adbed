import { setTimeout as sleep } from 'node:timers/promises';
import { EventStoreAwayError } from './client/event-store-address';

/** A server that restarts or elects a leader in the meantime costs its callers a wait; one that stays away an error. */
const AGAIN_AFTER_MS = [50, 200, 500, 1_000];

/**
 * Does something that is harmless to do twice, and does it again for a while when the server is away.
 * @param giveUpAt reading of `performance.now()` after which it is not begun again
 */
export async function withRetries<T>(work: () => Promise<T>, giveUpAt = Infinity): Promise<T> {
  for (const wait of AGAIN_AFTER_MS) {
    try {
      return await work();
    } catch (error) {
      const again = error instanceof EventStoreAwayError && error.mayPass && performance.now() + wait < giveUpAt;
      if (!again) throw error;
      await sleep(wait);
    }
  }
  return work();
}
