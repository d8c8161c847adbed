import { latest, type Bilingual, type Instant } from '@parley/kernel';
import type { JointCalendar } from '../calendars/joint-calendar';
import type { RuleSet } from '../rule-sets/rule-set';
import { countLimit } from './count-limit';
import type { Deadline, DeadlineCause } from './deadline';
import { explainCount, explainKept } from './explain-count';

/** Total of the extensions granted so far, in the deadline's unit. */
export const extendedBy = ({ changes }: Deadline): number =>
  changes.reduce((sum, change) => sum + (change.kind === 'extension' ? change.by : 0), 0);

/**
 * Counts a running deadline anew from the same trigger day and keeps the later end: no change makes it earlier (I-21).
 * Whether the change is allowed is asked before (`extendDeadline`, `recountDeadline`).
 */
export function changeDeadline(
  running: Deadline,
  cause: DeadlineCause,
  made: { readonly at: Instant; readonly reason: Bilingual },
  ruleSet: RuleSet,
  calendar: JointCalendar,
): Deadline {
  const length = running.length + extendedBy(running) + (cause.kind === 'extension' ? cause.by : 0);
  const { clock: id, unit, roll, trigger } = running;
  const count = countLimit({ id, unit, roll }, trigger, length, ruleSet.seat, calendar);
  const kept = count.dueAt < running.dueAt;
  const dueAt = latest(running.dueAt, count.dueAt);
  const dueDate = kept ? running.dueDate : count.dueDate;
  const counted = explainCount(unit, trigger, count, ruleSet.seat, calendar);
  return {
    ...running,
    dueDate,
    dueAt,
    calendarVersion: calendar.version,
    provisional: count.provisional,
    changes: [...running.changes, { ...cause, ...made, calendarVersion: calendar.version, dueDate, dueAt }],
    arithmetic: { ...(kept ? explainKept(counted, dueAt) : counted), steps: count.steps },
  };
}
