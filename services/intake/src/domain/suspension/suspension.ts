import type { Instant, IsoDate } from '@parley/kernel';
import type { RunningDeadline } from '../running-deadline';

/** A screening that both parties let stand still. */
export interface Suspension {
  readonly at: Instant;
  /** When it goes on by itself; `null` where the parties named no day. */
  readonly until: Instant | null;
  /** First day that no clock counts. */
  readonly fromDay: IsoDate;
  /** What ran when it stopped. */
  readonly stopped: readonly RunningDeadline[];
}
