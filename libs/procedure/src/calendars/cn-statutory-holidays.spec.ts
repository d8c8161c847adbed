import { cnCalendarData } from './cn-calendar.data';
import { cnStatutoryHolidays } from './cn-statutory-holidays';

describe('the statutory holidays of China', () => {
  it.each(['2025', '2026'])('of %s all stand in the notice of that year', (year) => {
    expect(cnCalendarData.published[year]!.off).toEqual(expect.arrayContaining([...cnStatutoryHolidays(Number(year))]));
  });

  it('of the unpublished 2027 are thirteen', () => {
    expect(cnStatutoryHolidays(2027)).toEqual([
      '2027-01-01',
      '2027-02-05',
      '2027-02-06',
      '2027-02-07',
      '2027-02-08',
      '2027-04-05',
      '2027-05-01',
      '2027-05-02',
      '2027-06-09',
      '2027-09-15',
      '2027-10-01',
      '2027-10-02',
      '2027-10-03',
    ]);
  });

  it.each([2033, 2052, 2099])('of %i are thirteen days of that year', (year) => {
    const days = cnStatutoryHolidays(year);
    expect(days).toHaveLength(13);
    expect(days.every((date) => date.startsWith(String(year)))).toBe(true);
  });
});
