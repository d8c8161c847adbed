import type { IsoDate } from '@parley/kernel';
import { civilDay, dayAfter, daysBetween, isWeekend, plusDays, plusMonths, weekday, yearOf } from './civil-day';

const day = (text: string): IsoDate => text as IsoDate;

describe('a civil day', () => {
  it('goes over the end of February in a leap year and in another', () => {
    expect(dayAfter(day('2024-02-28'))).toBe('2024-02-29');
    expect(dayAfter(day('2025-02-28'))).toBe('2025-03-01');
    expect(dayAfter(day('2100-02-28'))).toBe('2100-03-01');
  });

  it('is counted forward, backward and between', () => {
    expect(plusDays(day('2024-12-31'), 366)).toBe('2026-01-01');
    expect(plusDays(day('2025-01-01'), -1)).toBe('2024-12-31');
    expect(daysBetween(day('2024-01-01'), day('2025-01-01'))).toBe(366);
  });

  it('has the same day in a later month, or that month’s last', () => {
    expect(plusMonths(day('2025-08-31'), 6)).toBe('2026-02-28');
    expect(plusMonths(day('2025-08-15'), 6)).toBe('2026-02-15');
    expect(plusMonths(day('2025-12-31'), 12)).toBe('2026-12-31');
  });

  it('knows its weekday and its year', () => {
    expect(weekday(day('2025-02-04'))).toBe(2);
    expect(['2025-02-07', '2025-02-08', '2025-02-09', '2025-02-10'].map((text) => isWeekend(day(text)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(yearOf(civilDay(2026, 13, 1))).toBe(2027);
  });
});
