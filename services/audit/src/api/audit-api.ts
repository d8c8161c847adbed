import type { EventStore, Position } from '@parley/event-store';
import type { Clock, Party } from '@parley/kernel';
import type { ReadsLog } from '@parley/http';
import type { CheckedRecord } from '../application/completeness/check-completeness';
import type { CompletenessTable } from '../application/completeness/completeness-table';
import type { DocketReader } from '../projections/docket-reader';

/** What the audit's routes work with. Given as a value under this token by the service's module. */
export abstract class AuditApi {
  abstract readonly clock: Clock;
  abstract readonly store: EventStore;
  abstract readonly docket: DocketReader;
  /** What the check of completeness looks at, and what it came to at night. */
  abstract readonly record: CheckedRecord;
  abstract readonly completeness: CompletenessTable;
  /** Who read a case's history (I-40). */
  abstract readonly reads: ReadsLog;
  abstract readonly parties: readonly Party[];
  /** IANA name of the seat's time zone, in which pages show instants. */
  abstract readonly zone: string;
  /** Up to where the docket's tables show the public log. */
  abstract seen(): Position;
  /** Waits, briefly, until what was recorded before the call is in the case files and on the docket. */
  abstract caughtUp(): Promise<void>;
}
