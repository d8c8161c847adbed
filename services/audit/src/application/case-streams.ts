import { streamName, type EventStore, type StreamName } from '@parley/event-store';
import type { CaseFile } from '../domain/casefile/case-file';
import { docketPlace } from './docket-place';

/** A stream that holds events of a case, and which of them are the case's. */
export interface CaseStream {
  readonly stream: StreamName;
  /** The only revision that belongs to the case; the whole stream does when left out. */
  readonly only?: number;
}

/** The parts of every service, each a stream named for the case. */
const PARTS = [
  'intake.case',
  'intake.letters',
  'intake.service',
  'intake.desk',
  'evidence.exhibits',
  'panelreview.panel',
  'referral.referral',
  'referral.settlement',
  'referral.compliance',
];
const DELIBERATION = 'panelreview.deliberation';

/**
 * Where the events of a case stand.
 * @param withDeliberation false for who may not know of it: the stream is not even read then
 */
export async function streamsOfCase(
  store: EventStore,
  caseId: string,
  file: CaseFile,
  withDeliberation: boolean,
): Promise<readonly CaseStream[]> {
  const categories = withDeliberation ? [...PARTS, DELIBERATION] : PARTS;
  const place = await docketPlace(store, caseId, file);
  return [...categories.map((category) => ({ stream: streamName(category, caseId) })), ...(place ? [place] : [])];
}
