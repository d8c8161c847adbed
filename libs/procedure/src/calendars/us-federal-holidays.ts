import type { IsoDate } from '@parley/kernel';
import { civilDay, plusDays, weekday } from './civil-day';

const MONDAY = 1;
const THURSDAY = 4;
const SATURDAY = 6;
const SUNDAY = 0;

const nth = (year: number, month: number, day: number, count: number): IsoDate => {
  const first = civilDay(year, month, 1);
  return plusDays(first, ((day - weekday(first) + 7) % 7) + 7 * (count - 1));
};

const lastMonday = (year: number, month: number): IsoDate => {
  const last = civilDay(year, month + 1, 0);
  return plusDays(last, -((weekday(last) - MONDAY + 7) % 7));
};

/** 5 U.S.C. 6103(b) and Executive Order 11582: Saturday's holiday is observed on Friday, Sunday's on Monday. */
const observed = (date: IsoDate): IsoDate =>
  plusDays(date, weekday(date) === SATURDAY ? -1 : weekday(date) === SUNDAY ? 1 : 0);

/**
 * The days on which the legal public holidays of 5 U.S.C. 6103(a) are observed in a year. New Year's Day that falls on
 * a Saturday is observed on 31 December of the year before. Inauguration Day (Washington area only) and closures by
 * executive order are not in it.
 */
export const usFederalHolidays = (year: number): readonly IsoDate[] => [
  observed(civilDay(year, 1, 1)),
  nth(year, 1, MONDAY, 3),
  nth(year, 2, MONDAY, 3),
  lastMonday(year, 5),
  observed(civilDay(year, 6, 19)),
  observed(civilDay(year, 7, 4)),
  nth(year, 9, MONDAY, 1),
  nth(year, 10, MONDAY, 2),
  observed(civilDay(year, 11, 11)),
  nth(year, 11, THURSDAY, 4),
  observed(civilDay(year, 12, 25)),
];
