import { categoryOf, type EventStore, type RecordedEvent, type StreamName } from '@parley/event-store';
import { backoffMillis, pause } from '@parley/projections';

/**
 * Follows a register that one service keeps and every process knows, until the signal. Goes on by itself after
 * failures. The entries so far are read from its one stream, since finding them among millions of other events takes
 * long.
 */
export async function followRegister(
  store: EventStore,
  stream: StreamName,
  signal: AbortSignal,
  note: (recorded: RecordedEvent) => void,
): Promise<void> {
  const categories = [categoryOf(stream)];
  for (let failures = 0; !signal.aborted; failures++) {
    if (failures > 0) await pause(backoffMillis(failures), signal);
    try {
      const after = await store.head();
      for (const recorded of await store.read(stream)) note(recorded);
      for await (const page of store.follow({ after, categories, signal })) {
        for (const recorded of page.events) note(recorded);
        failures = 0;
      }
    } catch {
      // The source is down, so the last known entry stays in force.
    }
  }
}
