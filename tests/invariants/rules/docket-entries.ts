import { categoryOf, domainEventOf, type RecordedEvent } from '@parley/event-store';
import type { DocketEntry } from '../../../services/audit/src/docket/docket-deadlines.rules';

/** The public log as the audit wrote it, in its order. */
export const docketEntries = (log: readonly RecordedEvent[]): readonly DocketEntry[] =>
  log
    .filter(({ stream }) => categoryOf(stream) === 'audit.docket')
    .map((event) => domainEventOf(event).data as DocketEntry);
