import { isWordKey } from '@parley/contracts';
import { contextOf, knowing, type EventStore } from '@parley/event-store';

/**
 * The record as a release of some contexts reads it. Of these contexts' events it knows those in its word book, so an
 * event that only a newer release knows is not passed by. Events of other contexts all count as known.
 */
export const knowingKindsOf = (contexts: readonly string[], store: EventStore): EventStore =>
  knowing(store, ({ stream, type }) => {
    const context = contextOf(stream);
    return !contexts.includes(context) || isWordKey(`${context}.${type}`);
  });
