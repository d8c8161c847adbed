import type { IsoDate, RefusalReason } from '@parley/kernel';
import { yearOf } from './civil-day';

/** Lunar and statutory days are computed no further than this. */
export const LAST_COMPUTED_YEAR = 2099;

const unknownYear = (calendar: string, date: IsoDate, firstYear: number): RefusalReason => ({
  code: 'calendar-year-unknown',
  rule: 'counting-time',
  en: `${date} lies outside the years that the calendar ${calendar} can count, ${firstYear} to ${LAST_COMPUTED_YEAR}.`,
  'zh-Hans': `${date} 不在历表 ${calendar} 可计算的年份（${firstYear} 年至 ${LAST_COMPUTED_YEAR} 年）之内。`,
  status: 422,
});

/**
 * Thrown by the arithmetic of calendars for a day before the first known year or after the last computed one. Its
 * `reason` is the refusal to give when the date came from outside.
 */
export class UnknownYearError extends RangeError {
  readonly reason: RefusalReason;

  constructor(calendar: string, date: IsoDate, firstYear: number) {
    const reason = unknownYear(calendar, date, firstYear);
    super(reason.en);
    this.name = 'UnknownYearError';
    this.reason = reason;
  }
}

/** @throws {UnknownYearError} when a calendar cannot count in the day's year */
export function assertKnownYear(
  date: IsoDate,
  calendar: { readonly version: string; readonly firstYear: number },
): void {
  const year = yearOf(date);
  if (year < calendar.firstYear || year > LAST_COMPUTED_YEAR)
    throw new UnknownYearError(calendar.version, date, calendar.firstYear);
}
