import { categoryOf, wrappedStore, type EventStore } from '@parley/event-store';
import { countAppend } from '@parley/metrics';
import { currentTraceparent } from './current-trace';
import { withSpan } from './with-span';

/**
 * A store whose appends are counted and are spans. Its events name the trace in which they were written. Reads are
 * spans of the database.
 */
export function tracedEventStore(store: EventStore): EventStore {
  return wrappedStore(store, {
    append: (stream, expected, events, command) =>
      withSpan(`append ${categoryOf(stream)}`, { attributes: { 'parley.events': events.length } }, async (span) => {
        const traceparent = currentTraceparent();
        const traced = traceparent === undefined ? events : events.map((event) => ({ traceparent, ...event }));
        const result = await store.append(stream, expected, traced, command);
        const outcome = result.kind === 'appended' && result.duplicate ? 'duplicate' : result.kind;
        span.setAttribute('parley.append', outcome);
        countAppend(categoryOf(stream), outcome);
        return result;
      }),
  });
}
