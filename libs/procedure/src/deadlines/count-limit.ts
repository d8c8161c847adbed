import { plusMillis, type Instant, type IsoDate } from '@parley/kernel';
import { dayAfter, dayBefore, plusDays, plusMonths } from '../calendars/civil-day';
import type { JointCalendar } from '../calendars/joint-calendar';
import type { ClockRule } from '../rule-sets/clock-rule';
import type { RuleSet } from '../rule-sets/rule-set';
import type { CountSteps, RecordedTrigger } from './deadline';
import { LeftOutDays } from './left-out-days';
import { dayEnd, seatDate } from './seat-time';
import { standsStill, stoodStillMs, type StandStill } from './stand-still';

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
  still: readonly StandStill[],
): { readonly last: IsoDate; readonly steps: CountSteps } {
  const leftOut = new LeftOutDays(calendar);
  let last = trigger;
  for (let counted = 0; counted < length;) {
    last = dayAfter(last);
    if (standsStill(last, still)) continue;
    if (calendar.isJointBusinessDay(last)) counted++;
    else leftOut.add(last);
  }
  const { weekendDays, closed } = leftOut;
  return { last, steps: { countedFrom: dayAfter(trigger), counted: length, weekendDays, closed, rolledFrom: null } };
}

/** Counts joint business days back: the limit ends so many of them before its trigger day. */
function countBack(
  trigger: IsoDate,
  length: number,
  calendar: JointCalendar,
): { readonly last: IsoDate; readonly steps: CountSteps } {
  const days: IsoDate[] = [];
  let last = trigger;
  for (let counted = 0; counted < length;) {
    last = dayBefore(last);
    if (calendar.isJointBusinessDay(last)) counted++;
    else days.unshift(last);
  }
  const leftOut = new LeftOutDays(calendar);
  days.forEach((date) => {
    leftOut.add(date);
  });
  const { weekendDays, closed } = leftOut;
  return { last, steps: { countedFrom: dayBefore(trigger), counted: length, weekendDays, closed, rolledFrom: null } };
}

/** Counts days or months of the calendar, and rolls to the next joint business day where the clock says so. */
function countCalendarDays(
  trigger: IsoDate,
  length: number,
  { unit, roll }: Pick<ClockRule, 'unit' | 'roll'>,
  calendar: JointCalendar,
  still: readonly StandStill[],
): { readonly last: IsoDate; readonly steps: CountSteps } {
  const leftOut = new LeftOutDays(calendar);
  const end = unit === 'calendar-month' ? plusMonths(trigger, length) : daysThatRan(trigger, length, still);
  let last = end;
  while (roll === 'next-joint-business-day' && (standsStill(last, still) || !calendar.isJointBusinessDay(last))) {
    if (!standsStill(last, still)) leftOut.add(last);
    last = dayAfter(last);
  }
  const { weekendDays, closed } = leftOut;
  return {
    last,
    steps: {
      countedFrom: dayAfter(trigger),
      counted: length,
      weekendDays,
      closed,
      rolledFrom: last === end ? null : end,
    },
  };
}

/** The day so many days after another, not counting those on which no clock ran. */
function daysThatRan(trigger: IsoDate, length: number, still: readonly StandStill[]): IsoDate {
  if (still.length === 0) return plusDays(trigger, length);
  let day = trigger;
  for (let counted = 0; counted < length;) {
    day = dayAfter(day);
    if (!standsStill(day, still)) counted++;
  }
  return day;
}

/**
 * Counts one limit from its trigger.
 * @param length in the clock's unit, extensions included
 * @param still times in which the clock did not run; a limit that is counted back has none
 * @throws {RangeError} when hours are to be counted from a day without an instant
 */
export function countLimit(
  rule: Pick<ClockRule, 'id' | 'unit' | 'roll' | 'counted'>,
  trigger: RecordedTrigger,
  length: number,
  seat: RuleSet['seat'],
  calendar: JointCalendar,
  still: readonly StandStill[] = [],
): Count {
  const stoodStill = still.length === 0 ? {} : { stoodStill: still };
  if (rule.unit === 'hour') {
    if (trigger.instant === null)
      throw new RangeError(`clock ${rule.id} counts hours and needs the instant of its trigger`);
    const ran = length * HOUR_MS * (rule.counted === 'back' ? -1 : 1);
    const dueAt = plusMillis(trigger.instant, ran + stoodStillMs(trigger.instant, still));
    const steps = { countedFrom: null, counted: length, weekendDays: 0, closed: [], rolledFrom: null, ...stoodStill };
    return { dueDate: seatDate(dueAt, seat), dueAt, provisional: false, steps };
  }
  if (rule.counted === 'back') {
    if (rule.unit !== 'joint-business-day')
      throw new RangeError(`clock ${rule.id} counts back and so counts joint business days`);
    const { last, steps } = countBack(trigger.date, length, calendar);
    // The days between the last day and the trigger decide, so the year of the trigger, the later one, must be
    // published.
    return { dueDate: last, dueAt: dayEnd(last, seat), provisional: calendar.isProvisional(trigger.date), steps };
  }
  const { last, steps } =
    rule.unit === 'joint-business-day'
      ? countJointBusinessDays(trigger.date, length, calendar, still)
      : countCalendarDays(trigger.date, length, rule, calendar, still);
  const needsCalendar = rule.unit === 'joint-business-day' || rule.roll !== 'none';
  return {
    dueDate: last,
    dueAt: dayEnd(last, seat),
    provisional: needsCalendar && calendar.isProvisional(last),
    steps: { ...steps, ...stoodStill },
  };
}
