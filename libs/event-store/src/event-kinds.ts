import type { RecordedEvent } from './envelope';
import type { EventStore } from './event-store';
import { wrappedStore } from './wrapped-store';

/** An instance of a newer version recorded an event of a kind that this one does not know. This one may not skip it. */
export class LaterEventError extends Error {
  constructor(readonly event: Pick<RecordedEvent, 'stream' | 'type'>) {
    super(
      `a newer version of this service has recorded ${event.type} in ${event.stream}; ` +
        'this instance leaves it to one that knows it',
    );
    this.name = 'LaterEventError';
  }
}

type Knowing = Pick<EventStore, 'isKnown'>;

export const isKnownTo = (store: Knowing, event: RecordedEvent): boolean => store.isKnown?.(event) ?? true;

/** @returns the events as they are @throws LaterEventError for the first of a kind that is not known */
export function allKnownTo(store: Knowing, events: readonly RecordedEvent[]): readonly RecordedEvent[] {
  const later = store.isKnown && events.find((event) => !isKnownTo(store, event));
  if (later) throw new LaterEventError(later);
  return events;
}

/** A store whose reader knows some kinds of events, and not those that a newer version records. */
export const knowing = (store: EventStore, isKnown: (event: RecordedEvent) => boolean): EventStore =>
  wrappedStore(store, { isKnown });
