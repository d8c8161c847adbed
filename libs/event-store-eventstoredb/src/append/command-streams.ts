import type { NewEvent } from '@parley/event-store';
import { LRUCache } from 'lru-cache';

const MOST_COMMANDS = 50_000;

/**
 * Which stream the latest commands of this process were written to. EventStoreDB knows an event id in its stream only,
 * so that one id in two streams is noticed here and nowhere else.
 */
export class CommandStreams {
  readonly #streams = new LRUCache<string, string>({ max: MOST_COMMANDS });

  /** @throws RangeError when the ids belong to another stream */
  assertFree(stream: string, events: readonly NewEvent[]): void {
    for (const { eventId } of events) {
      const other = this.#streams.get(eventId);
      if (other !== undefined && other !== stream) throw new RangeError(`event id ${eventId} is taken by ${other}`);
    }
  }

  wrote(stream: string, eventId: string): void {
    this.#streams.set(eventId, stream);
  }
}
