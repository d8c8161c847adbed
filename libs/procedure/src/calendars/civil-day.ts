import type { IsoDate } from '@parley/kernel';
import { boundedMemo } from '../bounded-memo';

const DAY_MS = 86_400_000;

const millis = (date: IsoDate): number => Date.parse(`${date}T00:00:00Z`);

/** The date `days` calendar days later (earlier when negative). */
export const plusDays = (date: IsoDate, days: number): IsoDate =>
  new Date(millis(date) + days * DAY_MS).toISOString().slice(0, 10) as IsoDate;

/** The next calendar day. Counting walks over the same few years again and again, so it is remembered. */
export const dayAfter: (date: IsoDate) => IsoDate = boundedMemo(8_192, (date: IsoDate) => plusDays(date, 1));

export const dayBefore = (date: IsoDate): IsoDate => plusDays(date, -1);

/**
 * The same day of a later month, or the last day of a month that is too short for it.
 * @param months whole number, 0 or more
 */
export function plusMonths(date: IsoDate, months: number): IsoDate {
  const [year, month, day] = [yearOf(date), Number(date.slice(5, 7)) + months, Number(date.slice(8))];
  const lastOfMonth = Number(civilDay(year, month + 1, 0).slice(8));
  return civilDay(year, month, Math.min(day, lastOfMonth));
}

/** Calendar days from one date to another, negative when `to` is the earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => (millis(to) - millis(from)) / DAY_MS;

/** 0 is Sunday, 6 is Saturday. */
export const weekday = (date: IsoDate): number => new Date(millis(date)).getUTCDay();

export const isWeekend = (date: IsoDate): boolean => weekday(date) % 6 === 0;

export const yearOf = (date: IsoDate): number => Number(date.slice(0, 4));

/** The date of a year, a month (1 to 12) and a day; a day past the month's end runs on into the next. */
export const civilDay = (year: number, month: number, day: number): IsoDate =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10) as IsoDate;
