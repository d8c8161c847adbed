import type { Instant } from '@parley/kernel';
import type { CalendarData } from './calendar-data';

/**
 * A calendar that both co-heads announced. It is in force from then on in the whole installation, and each running
 * limit that depends on it is counted anew.
 */
export interface AnnouncedCalendar {
  /** The whole calendar as it is now, under its new version. */
  readonly calendar: CalendarData;
  readonly announcedAt: Instant;
}
