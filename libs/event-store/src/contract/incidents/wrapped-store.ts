import type { EventStore } from '../../event-store';

/** A store with some of its methods replaced: what faults are made of. */
export function wrappedStore(store: EventStore, replaced: Partial<EventStore>): EventStore {
  return {
    append: store.append.bind(store),
    read: store.read.bind(store),
    readAll: store.readAll.bind(store),
    follow: store.follow.bind(store),
    head: store.head.bind(store),
    compare: store.compare.bind(store),
    start: store.start,
    ...replaced,
  };
}
