import { domainEventOf, streamName, type EventStore, type RecordedEvent, type StreamName } from '@parley/event-store';
import type { CaseFile } from '../domain/casefile/case-file';

const DOCKET = 'intake.docket';
const DOCKET_NUMBER = /^(?<docket>[A-Z]+-\d{4})-(?<serial>\d+)$/;
const CHUNK = 500;

export interface DocketPlace {
  readonly stream: StreamName;
  readonly only: number;
}

/**
 * Where the number of a case was given: the numbers of a party's year stand in one stream, `US-2026-0001` at revision
 * 0. As long as the registration has not been heard of, the number is looked for in the record itself; else the history
 * of the case would gain an event behind a reader's back, and its state at a past instant would differ from what was
 * shown.
 */
export async function docketPlace(
  store: EventStore,
  caseId: string,
  { docketNumber, parties }: Pick<CaseFile, 'docketNumber' | 'parties'>,
): Promise<DocketPlace | undefined> {
  const { docket, serial } = DOCKET_NUMBER.exec(docketNumber ?? '')?.groups ?? {};
  if (docket !== undefined) return { stream: streamName(DOCKET, docket), only: Number(serial) - 1 };
  const [filing] = await store.read(streamName('intake.case', caseId), { limit: 1 });
  if (filing === undefined || parties === null) return undefined;
  const year = Number(filing.occurredAt.slice(0, 4));
  // Completeness, with every cure, ends within 35 joint business days of the filing: in its year, or in the next one.
  for (const candidate of [year, year + 1]) {
    const stream = streamName(DOCKET, `${parties.complainant}-${String(candidate)}`);
    const only = await revisionOfCase(store, stream, caseId);
    if (only !== undefined) return { stream, only };
  }
  return undefined;
}

async function revisionOfCase(store: EventStore, stream: StreamName, caseId: string): Promise<number | undefined> {
  for (let from = 0; ; from += CHUNK) {
    const events = await store.read(stream, { from, limit: CHUNK });
    const found = events.find((event) => isOf(event, caseId));
    if (found !== undefined) return found.revision;
    if (events.length < CHUNK) return undefined;
  }
}

const isOf = (event: RecordedEvent, caseId: string): boolean => {
  const { data } = domainEventOf(event);
  return typeof data === 'object' && data !== null && Reflect.get(data, 'caseId') === caseId;
};
