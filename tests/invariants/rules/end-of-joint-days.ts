import type { Instant, IsoDate } from '@parley/kernel';
import { arrivalDay, currentRuleSet, dayEnd } from '@parley/procedure';
import { calendars } from '../../simulation/secretariat/secretariat';

const published = calendars.current('US', 'CN');
const { seat } = currentRuleSet;

/**
 * The end of the n-th joint business day after the one on which an act arrived.
 * @param version of the calendars on which to count; the published ones when left out
 */
export function endOfJointDays(arrived: Instant, days: number, version?: string): Instant {
  const calendar = version === undefined ? published : calendars.ofVersion(version);
  return dayEnd(calendar.addJointBusinessDays(arrivalDay(arrived, seat, calendar), days), seat);
}

/** The day of something at the seat: an act arrives on a joint business day, a limit ends on whatever day it ends. */
export function dayAtTheSeat(at: Instant, kind: 'act' | 'expiry', version: string | undefined): IsoDate {
  const calendar = version === undefined ? published : calendars.ofVersion(version);
  // The spelling of Sweden is that of ISO 8601. A limit that ends with a day ends on that day.
  return kind === 'act'
    ? arrivalDay(at, seat, calendar)
    : (new Intl.DateTimeFormat('sv-SE', { timeZone: seat.zone }).format(Date.parse(at) - 1) as IsoDate);
}

/** The n-th joint business day after a day. */
export const jointDayAfter = (day: IsoDate, days: number, version: string | undefined): IsoDate =>
  (version === undefined ? published : calendars.ofVersion(version)).addJointBusinessDays(day, days);
