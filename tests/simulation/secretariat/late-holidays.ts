import { plusMillis, type Instant, type IsoDate } from '@parley/kernel';
import { announceYear, calendarArchive, civilDay, cnCalendarData, isWeekend, plusDays, publishedCalendars, type CalendarAnnounced, type CalendarArchive, type CalendarData } from '@parley/procedure';
import { seededRandom } from '../../chaos/seeded-random';

const DAY = 24 * 3_600_000;
/** In so many of a hundred installations a calendar is corrected while deadlines run. */
const CORRECTED = 50;
const YEARS = [2025, 2026] as const;
const LENGTH_DAYS = 9;

/** China gives a week and a half off in a month of a published year: one version for each month, so that any of them can be counted on again. */
const corrections: readonly CalendarData[] = YEARS.flatMap((year) =>
  Array.from({ length: 12 }, (_, index) => {
    const published = cnCalendarData.published[String(year)] ?? { off: [], work: [], source: '' };
    const off = Array.from({ length: LENGTH_DAYS }, (_day, day): IsoDate => plusDays(civilDay(year, index + 1, 8), day)).filter((date) => !isWeekend(date) && !published.off.includes(date));
    return announceYear(cnCalendarData, `CN-2026-${String((year - YEARS[0]) * 12 + index + 2)}`, year, { ...published, off: [...published.off, ...off], source: 'simulated' });
  }),
);

/** Every version on which a simulated deadline may have been counted; those of the release are in force. */
export const simulatedCalendars: CalendarArchive = calendarArchive([...corrections, ...publishedCalendars]);

/** What an installation hears too late of holidays: when, and which; nothing in some. */
export function lateHolidays(start: Instant, seed: number): CalendarAnnounced | undefined {
  const random = seededRandom(seed).branch('holidays');
  if (!random.percent(CORRECTED)) return undefined;
  const occurredAt = plusMillis(start, random.between(10, 240) * DAY);
  const [year, month] = [Number(occurredAt.slice(0, 4)), Number(occurredAt.slice(5, 7)) - 1];
  const calendar = corrections[(year - YEARS[0]) * 12 + month + random.between(0, 1)];
  return calendar && { type: 'CalendarAnnounced', occurredAt, rule: 'counting-time', tier: 'PUBLIC', data: { noticeId: calendar.version, calendar, year, signedBy: [] } };
}
