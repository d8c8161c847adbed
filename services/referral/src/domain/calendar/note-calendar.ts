import type { Instant } from '@parley/kernel';

/** A calendar was announced, by which the clocks of this command count. */
export interface NoteCalendar {
  readonly type: 'NoteCalendar';
  /** Version of the joint calendar. */
  readonly version: string;
  readonly at: Instant;
}
