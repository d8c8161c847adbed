import type { Instant } from '@parley/kernel';

/** The system was away, and each clock that ended in that time ends later; learned from the intake's public events. */
export interface NoteOutage {
  readonly type: 'NoteOutage';
  readonly outageId: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly at: Instant;
}
