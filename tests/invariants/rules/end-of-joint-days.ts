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

/** The same after a day on which a limit ended by itself, which is that day also where it is none of both parties'. */
export function endOfJointDaysAfterExpiry(expired: Instant, days: number, version: string | undefined): Instant {
  const calendar = version === undefined ? published : calendars.ofVersion(version);
  // The spelling of Sweden is that of ISO 8601. A limit that ends with a day ends on that day.
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: seat.zone }).format(Date.parse(expired) - 1);
  return dayEnd(calendar.addJointBusinessDays(day as IsoDate, days), seat);
}
