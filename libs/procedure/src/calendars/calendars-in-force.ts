import type { CalendarData } from './calendar-data';
import { publishedCalendars } from './calendar-archive';

const lastYearOf = ({ published }: CalendarData): number => Math.max(...Object.keys(published).map(Number));

/**
 * Every version of the calendars, those of this release and the announced ones. The last one of each name is in force:
 * the one announced last, unless this release knows a later year.
 * @param announced in the order of their announcement
 */
export function allCalendars(
  announced: readonly CalendarData[],
  published: readonly CalendarData[] = publishedCalendars,
): readonly CalendarData[] {
  const isOvertaken = (calendar: CalendarData): boolean =>
    published.some((other) => other.name === calendar.name && lastYearOf(other) > lastYearOf(calendar));
  return [...announced.filter(isOvertaken), ...published, ...announced.filter((calendar) => !isOvertaken(calendar))];
}

/** The calendar of a name that is in force; `undefined` for a name that nobody knows. */
export const calendarInForce = (
  name: string,
  announced: readonly CalendarData[],
  published?: readonly CalendarData[],
): CalendarData | undefined => allCalendars(announced, published).findLast((calendar) => calendar.name === name);

/**
 * The version that a calendar gets when a year of it is announced: its name, its last published year, and a number that
 * tells the versions of that year apart.
 */
export function nextCalendarVersion(data: CalendarData, year: number, taken: readonly string[]): string {
  const upTo = `${data.name}-${String(Math.max(lastYearOf(data), year))}`;
  for (let n = 1; ; n++) if (!taken.includes(`${upTo}-${String(n)}`)) return `${upTo}-${String(n)}`;
}
