import { domainEventOf, type EventStore, type RecordedEvent } from '@parley/event-store';
import { revisionOf, serialAt, type DocketEntry } from '../domain/docket/docket-entry';
import { DOCKET_LOG } from './docket-log';

/** An entry of the public log with its place in the chain. */
export interface LoggedEntry {
  readonly entry: DocketEntry;
  readonly event: RecordedEvent;
}

/**
 * Entries behind a serial, read from the record itself and not from a table made of it.
 * @param after 0 for the beginning
 */
export async function readPublicLog(store: EventStore, after: number, limit: number): Promise<readonly LoggedEntry[]> {
  const events = await store.read(DOCKET_LOG, { from: revisionOf(after + 1), limit });
  return events.map((event) => ({
    entry: { ...(domainEventOf(event).data as DocketEntry), serial: serialAt(event.revision) },
    event,
  }));
}
