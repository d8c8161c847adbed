import { plusMillis, type Instant, type IsoDate } from '@parley/kernel';
import { dayAfter, plusDays } from '../calendars/civil-day';
import type { JointCalendar } from '../calendars/joint-calendar';
import type { ClockRule } from '../rule-sets/clock-rule';
import type { RuleSet } from '../rule-sets/rule-set';
import type { CountSteps, RecordedTrigger } from './deadline';
import { LeftOutDays } from './left-out-days';
import { dayEnd, seatDate } from './seat-time';

const HOUR_MS = 3_600_000;

/** Where a limit ends, and how it was counted. */
export interface Count {
  readonly dueDate: IsoDate;
  readonly dueAt: Instant;
  readonly provisional: boolean;
  readonly steps: CountSteps;
}

/** Counts joint business days: the trigger day is not counted, the last day is. */
function countJointBusinessDays(
  trigger: IsoDate,
  length: number,
  calendar: JointCalendar,
): { readonly last: IsoDate; readonly steps: CountSteps } {
  const leftOut = new LeftOutDays(calendar);
  let last = trigger;
  for (let counted = 0; counted < length;) {
    last = dayAfter(last);
    if (calendar.isJointBusinessDay(last)) counted++;
    else leftOut.add(last);
  }
  const { weekendDays, closed } = leftOut;
  return { last, steps: { countedFrom: dayAfter(trigger), counted: length, weekendDays, closed, rolledFrom: null } };
}

/** Counts days of the calendar, and rolls to the next joint business day where the clock says so. */
function countCalendarDays(
  trigger: IsoDate,
  length: number,
  roll: ClockRule['roll'],
  calendar: JointCalendar,
): { readonly last: IsoDate; readonly steps: CountSteps } {
  const leftOut = new LeftOutDays(calendar);
  const end = plusDays(trigger, length);
  let last = end;
  while (roll === 'next-joint-business-day' && !calendar.isJointBusinessDay(last)) {
    leftOut.add(last);
    last = dayAfter(last);
  }
  const { weekendDays, closed } = leftOut;
  return {
    last,
    steps: { countedFrom: dayAfter(trigger), counted: length, weekendDays, closed, rolledFrom: last === end ? null : end },
  };
}

/**
 * Counts one limit from its trigger.
 * @param length in the clock's unit, extensions included
 * @throws {RangeError} when hours are to be counted from a day without an instant
 */
export function countLimit(
  rule: Pick<ClockRule, 'id' | 'unit' | 'roll'>,
  trigger: RecordedTrigger,
  length: number,
  seat: RuleSet['seat'],
  calendar: JointCalendar,
): Count {
  if (rule.unit === 'hour') {
    if (trigger.instant === null) throw new RangeError(`clock ${rule.id} counts hours and needs the instant of its trigger`);
    const dueAt = plusMillis(trigger.instant, length * HOUR_MS);
    const steps = { countedFrom: null, counted: length, weekendDays: 0, closed: [], rolledFrom: null };
    return { dueDate: seatDate(dueAt, seat), dueAt, provisional: false, steps };
  }
  const { last, steps } =
    rule.unit === 'joint-business-day'
      ? countJointBusinessDays(trigger.date, length, calendar)
      : countCalendarDays(trigger.date, length, rule.roll, calendar);
  const needsCalendar = rule.unit === 'joint-business-day' || rule.roll !== 'none';
  return { dueDate: last, dueAt: dayEnd(last, seat), provisional: needsCalendar && calendar.isProvisional(last), steps };
}
