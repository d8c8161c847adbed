import type { RecordedEvent } from '../../envelope';

/** @throws when a follower did not see exactly these events in this order */
export function assertSameEvents(seen: readonly RecordedEvent[], recorded: readonly RecordedEvent[]): void {
  const [left, right] = [seen, recorded].map((events) => events.map((event) => event.eventId).join());
  if (left !== right)
    throw new Error(
      `the follower saw ${seen.length} events, not the ${recorded.length} that were recorded, in their order`,
    );
}
