import type { Bilingual, IsoDate } from '@parley/kernel';
import type { CalendarData, StatutoryRule } from './calendar-data';
import { isWeekend, yearOf } from './civil-day';
import { cnStatutoryHolidays } from './cn-statutory-holidays';
import { assertKnownYear } from './unknown-year';
import { usFederalHolidays } from './us-federal-holidays';

/** Which days one party works. */
export interface WorkingDayCalendar {
  readonly name: string;
  readonly title: Bilingual;
  readonly version: string;
  /** First year that can be counted. */
  readonly firstYear: number;
  /** Last year that is published; later ones are counted provisionally. */
  readonly lastPublishedYear: number;
  /** @throws {UnknownYearError} for a day outside the years that can be counted */
  isWorkingDay(date: IsoDate): boolean;
  /** True when the day's year is not published yet (I-22). */
  isProvisional(date: IsoDate): boolean;
}

const STATUTORY: Readonly<Record<StatutoryRule, (year: number) => readonly IsoDate[]>> = {
  'us-federal': usFederalHolidays,
  'cn-statutory': cnStatutoryHolidays,
};

/**
 * The calendar that some data describe. A published year's list counts as it stands; a later year has its weekends and
 * statutory holidays off and no make-up days.
 * @throws {RangeError} when no year is published, or a year between two published ones is missing
 */
export function workingDayCalendar(data: CalendarData): WorkingDayCalendar {
  const years = Object.keys(data.published)
    .map(Number)
    .toSorted((a, b) => a - b);
  const [firstYear, lastPublishedYear] = [years.at(0), years.at(-1)];
  if (
    firstYear === undefined ||
    lastPublishedYear === undefined ||
    lastPublishedYear - firstYear + 1 !== years.length
  ) {
    throw new RangeError(`${data.version}: the published years must be some, and without a gap`);
  }
  const off = new Set(Object.values(data.published).flatMap((year) => year.off));
  const work = new Set(Object.values(data.published).flatMap((year) => year.work));
  const computed = new Set<number>();

  /** A year's holidays may reach into the last days of the year before, so the next year is looked at too. */
  const know = (year: number): void => {
    if (year <= lastPublishedYear || computed.has(year)) return;
    computed.add(year);
    for (const date of STATUTORY[data.unpublished](year)) off.add(date);
  };

  return {
    name: data.name,
    title: data.title,
    version: data.version,
    firstYear,
    lastPublishedYear,
    isWorkingDay(date) {
      assertKnownYear(date, { version: data.version, firstYear });
      const year = yearOf(date);
      know(year);
      know(year + 1);
      return work.has(date) || (!isWeekend(date) && !off.has(date));
    },
    isProvisional: (date) => yearOf(date) > lastPublishedYear,
  };
}
