import { latest, type Bilingual, type Instant, type IsoDate } from '@parley/kernel';
import { dayAfter } from '../calendars/civil-day';
import type { JointCalendar } from '../calendars/joint-calendar';
import type { RuleSet } from '../rule-sets/rule-set';
import { dayEnd, seatDate } from './seat-time';

/** A time in which the secretariat's system was away. Plain data. */
export interface Outage {
  readonly from: Instant;
  readonly to: Instant;
}

/** True for a limit that ends in an outage, because nobody could act in its last moments. */
export const endsInOutage = (dueAt: Instant, { from, to }: Outage): boolean => from < dueAt && dueAt <= to;

/**
 * The new end of a limit that ends in an outage: that of the next joint business day after it, the same for both sides
 * (I-61).
 */
export function endAfterOutage(
  { to }: Outage,
  seat: RuleSet['seat'],
  calendar: JointCalendar,
): { readonly dueDate: IsoDate; readonly dueAt: Instant } {
  const dueDate = calendar.nextJointBusinessDay(dayAfter(seatDate(to, seat)));
  return { dueDate, dueAt: dayEnd(dueDate, seat) };
}

/** A limit after an outage: moved, or left where it was if that is later. None becomes earlier (I-61). */
export interface MovedByOutage {
  readonly dueDate: IsoDate;
  readonly dueAt: Instant;
  readonly arithmetic: Bilingual;
}

/** Moves a limit that ends in an outage, and explains the new end. */
export function moveByOutage(
  { dueAt, arithmetic }: { readonly dueAt: Instant; readonly arithmetic: Bilingual },
  outage: Outage,
  seat: RuleSet['seat'],
  calendar: JointCalendar,
): MovedByOutage {
  const moved = endAfterOutage(outage, seat, calendar);
  return {
    dueDate: moved.dueDate,
    dueAt: latest(dueAt, moved.dueAt),
    arithmetic: {
      en:
        `${arithmetic.en} It ended in an outage of the system, ${outage.from} to ${outage.to}, so it ends ` +
        `with the next joint business day after it, ${moved.dueDate}.`,
      'zh-Hans':
        `${arithmetic['zh-Hans']}其届满时刻处于系统中断期间（${outage.from} 至 ${outage.to}），因此于其后下一共同工作日 ` +
        `${moved.dueDate} 终了时届满。`,
    },
  };
}
