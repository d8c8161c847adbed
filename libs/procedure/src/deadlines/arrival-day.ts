import type { Instant, IsoDate } from '@parley/kernel';
import { dayAfter } from '../calendars/civil-day';
import type { JointCalendar } from '../calendars/joint-calendar';
import type { RuleSet } from '../rule-sets/rule-set';
import { dayEnd, seatDate } from './seat-time';

/**
 * The joint business day on which an act arrives in law: the seat's day of its receipt, or the next joint business day
 * when that day is not one or had already ended.
 */
export function arrivalDay(receivedAt: Instant, seat: RuleSet['seat'], calendar: JointCalendar): IsoDate {
  const day = seatDate(receivedAt, seat);
  return calendar.nextJointBusinessDay(receivedAt < dayEnd(day, seat) ? day : dayAfter(day));
}

/** I-19: an act is in time when it is received before the instant at which the limit ends. */
export const isInTime = (receivedAt: Instant, deadline: { readonly dueAt: Instant }): boolean =>
  receivedAt < deadline.dueAt;
