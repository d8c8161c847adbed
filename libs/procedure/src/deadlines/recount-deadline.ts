import type { Instant } from '@parley/kernel';
import type { JointCalendar } from '../calendars/joint-calendar';
import type { RuleSet } from '../rule-sets/rule-set';
import { changeDeadline } from './change-deadline';
import type { Deadline } from './deadline';

/**
 * A running deadline on calendars that changed: later if they say so, never earlier (I-21). Gives back the deadline
 * itself, with no change noted, where it is already counted on these calendars, counts no working days, or had ended.
 * @param at when the calendar was announced
 */
export function recountDeadline<Running extends Deadline>(
  running: Running,
  ruleSet: RuleSet,
  calendar: JointCalendar,
  at: Instant,
): Running {
  const countsWorkingDays = running.unit === 'joint-business-day' || running.roll !== 'none';
  if (running.calendarVersion === calendar.version || !countsWorkingDays || running.dueAt <= at) return running;
  const reason = {
    en: `The calendars changed from ${running.calendarVersion} to ${calendar.version}.`,
    'zh-Hans': `历表由 ${running.calendarVersion} 变更为 ${calendar.version}。`,
  };
  return changeDeadline(running, { kind: 'calendar' }, { at, reason }, ruleSet, calendar);
}
