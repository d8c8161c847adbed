import { isWordKey } from '@parley/contracts';
import { contextOf, knowing, type EventStore } from '@parley/event-store';

/**
 * The record as a release of some contexts reads it: of their events it knows those of which its word book tells, and
 * what a newer release records beyond is not passed by. Others' events are theirs to know.
 */
export const knowingKindsOf = (contexts: readonly string[], store: EventStore): EventStore =>
  knowing(store, ({ stream, type }) => {
    const context = contextOf(stream);
    return !contexts.includes(context) || isWordKey(`${context}.${type}`);
  });
