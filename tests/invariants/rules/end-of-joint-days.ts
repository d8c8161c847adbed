import type { Instant } from '@parley/kernel';
import { arrivalDay, currentRuleSet, dayEnd } from '@parley/procedure';
import { calendars } from '../../simulation/secretariat/secretariat';

const calendar = calendars.current('US', 'CN');
const { seat } = currentRuleSet;

/** The end of the n-th joint business day after the one on which something arrived. */
export function endOfJointDays(arrived: Instant, days: number): Instant {
  return dayEnd(calendar.addJointBusinessDays(arrivalDay(arrived, seat, calendar), days), seat);
}
