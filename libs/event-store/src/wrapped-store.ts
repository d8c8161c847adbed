import type { EventStore } from './event-store';

/** A store with some of its methods replaced; all others, and which kinds of events it knows, are as they were. */
export function wrappedStore(store: EventStore, replaced: Partial<EventStore>): EventStore {
  return {
    append: (stream, expected, events, command) => store.append(stream, expected, events, command),
    read: (stream, options) => store.read(stream, options),
    readAll: (options) => store.readAll(options),
    follow: (options) => store.follow(options),
    head: () => store.head(),
    compare: (a, b) => store.compare(a, b),
    start: store.start,
    ...(store.isKnown ? { isKnown: store.isKnown.bind(store) } : {}),
    ...replaced,
  };
}
