import type { CalendarData, PublishedYear } from './calendar-data';

/**
 * A new version of a calendar in which one more year is published, or a published one is corrected.
 * Running deadlines are then recounted with `recountDeadline`, which makes none of them earlier (I-21).
 * @throws {RangeError} when the version is the old one, or the year would leave a gap
 */
export function announceYear(data: CalendarData, version: string, year: number, days: PublishedYear): CalendarData {
  if (version === data.version) throw new RangeError('an announcement makes a new version of the calendar');
  if (!(String(year) in data.published) && !(String(year - 1) in data.published)) {
    throw new RangeError(`${year} would leave a gap in ${data.version}`);
  }
  return { ...data, version, published: { ...data.published, [String(year)]: days } };
}
