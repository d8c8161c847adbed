import type { Instant, IsoDate } from '@parley/kernel';
import { announceYear, cnCalendarData, publishedYear, type AnnouncedCalendar } from '@parley/procedure';

/** When it is announced. */
export const ANNOUNCED_AT = '2026-12-18T10:00:00.000Z' as Instant;

/** China gives 2027 with one day off. */
export const announcementOf = (dayOff: IsoDate): AnnouncedCalendar => ({
  calendar: announceYear(cnCalendarData, 'CN-2027-1', 2027, publishedYear([dayOff], [], 'spec')),
  announcedAt: ANNOUNCED_AT,
});
