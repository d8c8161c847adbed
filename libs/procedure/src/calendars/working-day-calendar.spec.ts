import type { IsoDate } from '@parley/kernel';
import { cnCalendarData } from './cn-calendar.data';
import { publishedYear } from './calendar-data';
import { UnknownYearError } from './unknown-year';
import { usCalendarData } from './us-calendar.data';
import { workingDayCalendar } from './working-day-calendar';

const [us, cn] = [workingDayCalendar(usCalendarData), workingDayCalendar(cnCalendarData)];
const day = (text: string): IsoDate => text as IsoDate;

describe('a working-day calendar', () => {
  it('works on the Sundays that China makes up for', () => {
    expect(cn.isWorkingDay(day('2026-01-04'))).toBe(true);
    expect(us.isWorkingDay(day('2026-01-04'))).toBe(false);
  });

  it('takes a day off that the next year’s notice gives, as 31 December 2027 for New Year 2028', () => {
    expect(us.isWorkingDay(day('2027-12-31'))).toBe(false);
    expect(cn.isWorkingDay(day('2027-12-31'))).toBe(true);
  });

  it('counts a year after the last published one on weekends and statutory holidays', () => {
    expect(['2027-02-05', '2027-02-08', '2027-02-09', '2027-10-04'].map((text) => cn.isWorkingDay(day(text)))).toEqual([
      false,
      false,
      true,
      true,
    ]);
    expect(us.isWorkingDay(day('2031-07-04'))).toBe(false);
  });

  it('is provisional from the first unpublished year on', () => {
    expect([cn.isProvisional(day('2026-12-31')), cn.isProvisional(day('2027-01-01'))]).toEqual([false, true]);
    expect([us.isProvisional(day('2027-12-31')), us.isProvisional(day('2028-01-01'))]).toEqual([false, true]);
  });

  it('refuses a year before the first known one, although its last day stands in the list of 2023', () => {
    expect(() => cn.isWorkingDay(day('2022-12-31'))).toThrow(UnknownYearError);
    expect(() => cn.isWorkingDay(day('2022-12-31'))).toThrow(/CN-2026-1.*2023/);
  });

  it('refuses a year that is too far to be computed', () =>
    expect(() => us.isWorkingDay(day('2100-01-04'))).toThrow(UnknownYearError));

  it('is not made of years with a gap, or of none', () => {
    const year = publishedYear([], [], 'test');
    expect(() => workingDayCalendar({ ...usCalendarData, published: { 2023: year, 2025: year } })).toThrow(RangeError);
    expect(() => workingDayCalendar({ ...usCalendarData, published: {} })).toThrow(RangeError);
  });

  it('is not made of a date that does not exist', () =>
    expect(() => publishedYear(['2025-02-29'], [], 'test')).toThrow(RangeError));
});
