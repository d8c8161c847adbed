import type { IsoDate } from '@parley/kernel';
import { Lunar } from 'lunar-javascript';
import { civilDay, plusDays } from './civil-day';

const lunarDay = (year: number, month: number, day: number): IsoDate =>
  Lunar.fromYmd(year, month, day).getSolar().toYmd() as IsoDate;

/**
 * Tomb-Sweeping Day is the solar term Qingming, 4 to 6 April. The table of the middle of a lunar year is sure to hold
 * it.
 */
const qingming = (year: number): IsoDate => {
  const term = Lunar.fromYmd(year, 6, 1).getJieQiTable()['清明'];
  if (term === undefined) throw new RangeError(`no Qingming in ${year}`);
  return term.toYmd() as IsoDate;
};

/**
 * The thirteen statutory days off in a year under the State Council's Regulation on Public Holidays, as revised with
 * effect from 2025-01-01 (Decree 795): New Year 1, Spring Festival 4 from its eve, Tomb-Sweeping 1, Labour Day 2,
 * Dragon Boat 1, Mid-Autumn 1, National Day 3. Two may fall on one day, as in 2031. The lunar ones are computed.
 */
export function cnStatutoryHolidays(year: number): readonly IsoDate[] {
  const springFestival = lunarDay(year, 1, 1);
  return [
    civilDay(year, 1, 1),
    ...[-1, 0, 1, 2].map((days) => plusDays(springFestival, days)),
    qingming(year),
    civilDay(year, 5, 1),
    civilDay(year, 5, 2),
    lunarDay(year, 5, 5),
    lunarDay(year, 8, 15),
    civilDay(year, 10, 1),
    civilDay(year, 10, 2),
    civilDay(year, 10, 3),
  ];
}
