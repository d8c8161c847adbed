import { eventsOf, type CaseRecord, type HistoryEntry } from './case-record';
import { findings, type Finding } from './finding';

/**
 * Nothing is applied twice: the events of one cause in a stream stand together, were written once, and repeat nothing.
 */
export const checkOnce = (records: readonly CaseRecord[]): readonly Finding[] =>
  findings(
    'once',
    records.flatMap((record) => doubledIn(eventsOf(record))),
  );

function doubledIn(events: readonly HistoryEntry[]): readonly string[] {
  const byCause = Map.groupBy(
    events,
    ({ stream, cause, occurredAt }) =>
      `${stream} for ${cause.kind} ${cause.id}${cause.kind === 'timer' ? ` of ${occurredAt}` : ''}`,
  );
  return [...byCause].flatMap(([name, written]) => [...apart(name, written), ...double(name, written)]);
}

/** A second writing of the same cause is another append, at another instant. */
function apart(name: string, written: readonly HistoryEntry[]): readonly string[] {
  const instants = [...new Set(written.map(({ recordedAt }) => recordedAt))];
  return instants.length > 1 ? [`${name} was written ${String(instants.length)} times: ${instants.join(', ')}`] : [];
}

function double(name: string, written: readonly HistoryEntry[]): readonly string[] {
  const said = written.map(({ type, payload }) => `${type} ${JSON.stringify(payload)}`);
  return new Set(said).size === said.length
    ? []
    : [`${name} says the same twice: ${written.map(({ type }) => type).join(', ')}`];
}
