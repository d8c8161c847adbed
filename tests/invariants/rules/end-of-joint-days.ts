import type { Instant } from '@parley/kernel';
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
