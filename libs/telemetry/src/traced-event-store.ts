import { categoryOf, wrappedStore, type EventStore } from '@parley/event-store';
import { countAppend } from '@parley/metrics';
import { currentTraceparent } from './current-trace';
import { withSpan } from './with-span';

/**
 * A store whose appends are counted and are spans, and whose events name the trace that they were written in. Reads are
 * the database's spans.
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
