import { usCalendarData } from './us-calendar.data';
import { usFederalHolidays } from './us-federal-holidays';

describe('the federal holidays of a year', () => {
  it.each(Object.keys(usCalendarData.published))('computed for %s are the ones that were published', (year) => {
    expect(usFederalHolidays(Number(year))).toEqual(usCalendarData.published[year]!.off);
  });

  it('of 2028 begin on 31 December 2027, since New Year falls on a Saturday', () =>
    expect(usFederalHolidays(2028)[0]).toBe('2027-12-31'));
});
