import { eventsOf, type CaseRecord } from './case-record';
import { findings, type Finding } from './finding';

/** In each stream of a case later events stand later, and no two events stand at one place. */
export const checkOrder = (records: readonly CaseRecord[]): readonly Finding[] =>
  findings(
    'order',
    records.flatMap((record) =>
      [...Map.groupBy(eventsOf(record), ({ stream }) => stream)].flatMap(([stream, events]) =>
        events.slice(1).flatMap((event, index) => {
          const before = events[index]!;
          if (event.revision === before.revision) return [`${stream} has two events at ${String(event.revision)}`];
          return event.recordedAt < before.recordedAt
            ? [`${stream}: ${event.type} at ${String(event.revision)} was recorded before what stands before it`]
            : [];
        }),
      ),
    ),
  );
