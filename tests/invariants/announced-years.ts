import type { IsoDate } from '@parley/kernel';
import { announceYear, calendarArchive, cnCalendarData, plusDays, publishedCalendars } from '@parley/procedure';
import fc from 'fast-check';

/** The first year that China has not published. */
export const UNPUBLISHED = Math.max(...Object.keys(cnCalendarData.published).map(Number)) + 1;

const days = Array.from({ length: 200 }, (_, offset) => plusDays(`${String(UNPUBLISHED)}-01-01` as IsoDate, offset));

/** Days of that year, to be announced as days off or as working days. */
export const someDays = fc.subarray(days, { maxLength: 60 });

/** The calendars after China announced that year. */
export const announcedWith = (off: readonly IsoDate[], work: readonly IsoDate[]) =>
  calendarArchive([
    ...publishedCalendars,
    announceYear(cnCalendarData, `CN-${String(UNPUBLISHED)}-1`, UNPUBLISHED, { off, work, source: 'spec' }),
  ]);
