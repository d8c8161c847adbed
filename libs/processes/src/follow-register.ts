import type { EventStore, RecordedEvent } from '@parley/event-store';
import { backoffMillis, pause } from '@parley/projections';

/**
 * Follows a register that one service keeps and every process knows, until the signal. Goes on by itself after
 * failures.
 */
export async function followRegister(
  store: EventStore,
  category: string,
  signal: AbortSignal,
  note: (recorded: RecordedEvent) => void,
): Promise<void> {
  for (let failures = 0; !signal.aborted; failures++) {
    if (failures > 0) await pause(backoffMillis(failures), signal);
    try {
      for await (const page of store.follow({ categories: [category], signal })) {
        for (const recorded of page.events) note(recorded);
        failures = 0;
      }
    } catch {
      // The source is down: what was last known is in force.
    }
  }
}
