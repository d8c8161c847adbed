import type { IsoDate } from '@parley/kernel';
import { boundedMemo } from '../bounded-memo';
import { assertKnownYear } from './unknown-year';
import type { WorkingDayCalendar } from './working-day-calendar';
import { addWorkingDays, nextWorkingDay } from './working-days';

/** The two parties' calendars taken together. It is a calendar itself: its working days are the joint business days. */
export interface JointCalendar extends WorkingDayCalendar {
  /** The parties' calendars, in the order of their names: which side is which changes nothing (I-07). */
  readonly parties: readonly [WorkingDayCalendar, WorkingDayCalendar];
  /** A working day on both calendars. */
  isJointBusinessDay(date: IsoDate): boolean;
  /** The day itself when it is a joint business day, else the next one. */
  nextJointBusinessDay(onOrAfter: IsoDate): IsoDate;
  /** Last day of a limit of so many joint business days, the trigger day not counted. */
  addJointBusinessDays(trigger: IsoDate, days: number): IsoDate;
}

/** The joint calendar of two parties; its version names both of theirs, such as `CN-2026-1+US-2027-1`. */
export function jointCalendar(one: WorkingDayCalendar, other: WorkingDayCalendar): JointCalendar {
  const parties = one.name <= other.name ? ([one, other] as const) : ([other, one] as const);
  const [first, second] = parties;
  const isWorkingDay = boundedMemo(8_192, (date: IsoDate) => {
    assertKnownYear(date, joint);
    return first.isWorkingDay(date) && second.isWorkingDay(date);
  });
  const joint: JointCalendar = {
    parties,
    name: `${first.name}+${second.name}`,
    title: {
      en: `${first.title.en} and ${second.title.en}`,
      'zh-Hans': `${first.title['zh-Hans']}和${second.title['zh-Hans']}`,
    },
    version: `${first.version}+${second.version}`,
    firstYear: Math.max(first.firstYear, second.firstYear),
    lastPublishedYear: Math.min(first.lastPublishedYear, second.lastPublishedYear),
    isWorkingDay,
    isProvisional: (date) => first.isProvisional(date) || second.isProvisional(date),
    isJointBusinessDay: isWorkingDay,
    nextJointBusinessDay: (onOrAfter) => nextWorkingDay(joint, onOrAfter),
    addJointBusinessDays: (trigger, days) => addWorkingDays(joint, trigger, days),
  };
  return joint;
}
