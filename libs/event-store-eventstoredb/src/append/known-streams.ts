import type { RecordedEvent, StreamHead } from '@parley/event-store';
import { LRUCache } from 'lru-cache';

/** Enough for every case in work at once, at about 100 bytes for each event. */
const MOST_EVENT_IDS = 500_000;

/** A stream from its first event to some revision, which others may have moved on since. */
export interface KnownStream {
  /** `null` when there is no event. */
  readonly head: StreamHead | null;
  readonly revisionOf: (eventId: string) => number | undefined;
}

const ABSENT: KnownStream = { head: null, revisionOf: () => undefined };

interface Entry extends KnownStream {
  readonly head: StreamHead;
  readonly ids: Map<string, number>;
}

/**
 * What this process knows of its streams. EventStoreDB looks for an event id only where the expected revision lies
 * behind the stream's own, so a command that comes again at the right revision would be written a second time: whoever
 * appends has to know all ids up to the revision that it expects.
 */
export class KnownStreams {
  readonly #streams = new LRUCache<string, Entry>({ maxSize: MOST_EVENT_IDS, sizeCalculation: ({ ids }) => ids.size });

  get(stream: string): KnownStream | undefined {
    return this.#streams.get(stream);
  }

  /** Takes in what was read of a stream; a part that does not join what is known tells nothing. */
  saw(stream: string, events: readonly RecordedEvent[]): KnownStream {
    const known = this.#streams.get(stream);
    const next = (known?.head.revision ?? -1) + 1;
    const news = events.filter(({ revision }) => revision >= next);
    const last = news.at(-1);
    if (last === undefined || news[0]?.revision !== next) return known ?? ABSENT;
    const ids = known?.ids ?? new Map<string, number>();
    for (const { eventId, revision } of news) if (!ids.has(eventId)) ids.set(eventId, revision);
    const { revision, commitment, recordedAt } = last;
    const entry: Entry = { head: { revision, commitment, recordedAt }, ids, revisionOf: (eventId) => ids.get(eventId) };
    this.#streams.set(stream, entry);
    return entry;
  }
}
