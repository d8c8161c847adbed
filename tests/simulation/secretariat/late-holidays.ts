import { plusMillis, type Instant, type IsoDate } from '@parley/kernel';
import {
  announceYear,
  calendarArchive,
  cnCalendarData,
  daysBetween,
  isWeekend,
  plusDays,
  publishedCalendars,
  yearOf,
  type AnnouncedCalendar,
  type CalendarArchive,
  type CalendarData,
} from '@parley/procedure';
import { seededRandom } from '../../chaos/seeded-random';

const DAY = 24 * 3_600_000;
/** In so many of a hundred installations a calendar is corrected while deadlines run. */
const CORRECTED = 60;
const FIRST_MONDAY = '2025-01-06' as IsoDate;
const WEEKS = 100;
const LENGTH_DAYS = 9;

/**
 * China gives a week and a half off in a published year. There is one version for each week in which that begins, so
 * that clocks can be counted again on any of them.
 */
const corrections: readonly CalendarData[] = Array.from({ length: WEEKS }, (_, week) => {
  const monday = plusDays(FIRST_MONDAY, 7 * week);
  const year = yearOf(monday);
  const published = cnCalendarData.published[String(year)] ?? { off: [], work: [], source: '' };
  const days = Array.from({ length: LENGTH_DAYS }, (_day, day): IsoDate => plusDays(monday, day));
  const off = days.filter((date) => yearOf(date) === year && !isWeekend(date) && !published.off.includes(date));
  return announceYear(cnCalendarData, `CN-2026-${String(week + 2)}`, year, {
    ...published,
    off: [...published.off, ...off],
    source: 'simulated',
  });
});

/** Every version on which a simulated deadline may have been counted. The versions of the release are in force. */
export const simulatedCalendars: CalendarArchive = calendarArchive([...corrections, ...publishedCalendars]);

/**
 * The calendar that an installation hears of late, some days before the holidays begin, and the instant; none in some
 * installations.
 */
export function lateHolidays(start: Instant, seed: number): AnnouncedCalendar | undefined {
  const random = seededRandom(seed).branch('holidays');
  if (!random.percent(CORRECTED)) return undefined;
  const announcedAt = plusMillis(start, random.between(4, 90) * DAY);
  const week = Math.floor(daysBetween(FIRST_MONDAY, announcedAt.slice(0, 10) as IsoDate) / 7) + random.between(1, 2);
  const calendar = corrections[week];
  return calendar && { calendar, announcedAt };
}
