import { eventsOf, type CaseRecord, type HistoryEntry } from './case-record';
import { findings, type Finding } from './finding';

interface MovesDeadlines {
  readonly opens?: readonly { readonly id: string; readonly dueAt: string }[];
  readonly closes?: readonly string[];
}

/** Every default happened as of its expiry, and none that is due is missing. */
export const checkDeadlines = (records: readonly CaseRecord[], now: string): readonly Finding[] =>
  findings(
    'deadlines',
    records.flatMap((record) =>
      [...Map.groupBy(eventsOf(record), ({ stream }) => stream)].flatMap(([stream, events]) =>
        faultsIn(stream, events, now),
      ),
    ),
  );

function faultsIn(stream: string, events: readonly HistoryEntry[], now: string): readonly string[] {
  const expiries = new Map<string, Set<string>>();
  const running = new Map<string, string>();
  const faults: string[] = [];
  for (const { type, cause, occurredAt, payload } of events) {
    if (cause.kind === 'timer') {
      // One expiry may cause several events, and the first of them may open the same deadline anew.
      const known = expiries.get(cause.id);
      if (known && !known.has(occurredAt))
        faults.push(`${stream}: ${type} is of ${occurredAt}, and ${cause.id} expired at ${[...known].join(', ')}`);
      if (running.get(cause.id) === occurredAt) running.delete(cause.id);
    }
    const { opens = [], closes = [] } = (payload ?? {}) as MovesDeadlines;
    for (const id of closes) running.delete(id);
    for (const { id, dueAt } of opens) {
      expiries.set(id, (expiries.get(id) ?? new Set()).add(dueAt));
      running.set(id, dueAt);
    }
  }
  for (const [id, dueAt] of running)
    if (dueAt <= now) faults.push(`${stream}: ${id} expired at ${dueAt}, it is ${now}, and nothing came of it`);
  return faults;
}
