import type { Instant, IsoDate } from '@parley/kernel';
import { civilDay, dayBefore } from '../calendars/civil-day';
import type { JointCalendar } from '../calendars/joint-calendar';
import type { RuleSet } from '../rule-sets/rule-set';
import { arrivalDay } from './arrival-day';
import { seatDate } from './seat-time';

/** The day of a happening, and the first day of a time that ends with it. */
export interface DaysBack {
  readonly on: IsoDate;
  readonly since: IsoDate;
}

/**
 * The day on which something happened, as the clocks that it starts count it, and the joint business day so many before
 * it. What happened on that day or later lies within so many joint business days. No day before the first year of the
 * calendars is looked at.
 * @param days whole number of joint business days
 */
export function daysBack(
  { at, kind }: { readonly at: Instant; readonly kind?: 'act' | 'expiry' },
  days: number,
  seat: RuleSet['seat'],
  calendar: JointCalendar,
): DaysBack {
  const on = kind === 'expiry' ? seatDate(at, seat) : arrivalDay(at, seat, calendar);
  const first = civilDay(calendar.firstYear, 1, 1);
  let since = on;
  for (let counted = 0; counted < days && since > first;) {
    since = dayBefore(since);
    if (calendar.isJointBusinessDay(since)) counted++;
  }
  return { on, since };
}
