import type { CaseAccess } from '@parley/access';
import { categoryOf, streamName, type EventStore, type RecordedEvent, type StreamName } from '@parley/event-store';
import type { PartyCode } from '@parley/kernel';
import { isFacts, textIn } from '../docket/docket-deadlines.rules';
import { DOCKET, docketPlace } from '../docket/docket-log';
import type { CaseFile } from './history.rules';
import { payloadJson } from './merge-streams';

/** A stream that holds events of a case, and which of its events belong to the case. */
export interface CaseStream {
  readonly stream: StreamName;
  /** The only revision that belongs to the case. When left out, the whole stream does. */
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
  ...['intake', 'evidence', 'panelreview', 'referral', 'audit'].map((context) => `${context}.dismissals`),
];
const DELIBERATION = 'panelreview.deliberation';
/** What a side writes to the registry alone, and whom the filer names to be called. */
const [LETTERS, CONTACTS] = ['intake.registryletters', 'intake.contacts'];

/** Every category whose streams may hold events of a case. */
export const CATEGORIES_OF_CASES: readonly string[] = [...PARTS, DELIBERATION, LETTERS, CONTACTS, DOCKET];

/** The streams of what is a side's own in a case. For readers who are not that side's people they are not even read. */
export const ownStreams = (caseId: string, party: PartyCode, { filer }: CaseAccess): readonly CaseStream[] => [
  { stream: streamName(LETTERS, `${caseId}-${party}`) },
  ...(party === filer ? [{ stream: streamName(CONTACTS, caseId) }] : []),
];

/**
 * The streams that hold events of a case.
 * @param withDeliberation false for readers who may not know of the deliberation; its stream is not even read then
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

const NAMED_FOR = /-(?<caseId>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:-[A-Z]+)?$/;

/** The case of which an event of one of those categories may be. Its history says whether it is. */
export function caseNamedBy(event: RecordedEvent): string | undefined {
  if (categoryOf(event.stream) !== DOCKET) return NAMED_FOR.exec(event.stream)?.groups?.['caseId'];
  const data = payloadJson(event);
  return isFacts(data) ? textIn(data, 'caseId') || undefined : undefined;
}
