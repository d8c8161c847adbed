import { millisOf, type Instant, type IsoDate } from '@parley/kernel';
import { dayAfter } from '../calendars/civil-day';
import type { JointCalendar } from '../calendars/joint-calendar';
import type { RuleSet } from '../rule-sets/rule-set';
import { arrivalDay } from './arrival-day';
import { dayEnd, seatDate } from './seat-time';

/** A time in which no clock of a screening ran: it was suspended, or had ended and was reopened. Plain data. */
export interface StandStill {
  /** First and last day that no clock counts. */
  readonly fromDay: IsoDate;
  readonly toDay: IsoDate;
  /** The same for clocks that count hours. */
  readonly from: Instant;
  readonly to: Instant;
}

/**
 * The days that clocks leave out: from the day on which they stopped, since it had not ended, to the day on which they
 * go on, since a trigger day is not counted. So a limit keeps all the time that was left of it.
 * @param resumed `expiry` when the end of a limit did it; its day is the day of the expiry
 */
export function standStill(
  from: Instant,
  resumed: { readonly at: Instant; readonly kind?: 'act' | 'expiry' },
  seat: RuleSet['seat'],
  calendar: JointCalendar,
): StandStill {
  const day = seatDate(from, seat);
  return {
    fromDay: from < dayEnd(day, seat) ? day : dayAfter(day),
    toDay: resumed.kind === 'expiry' ? seatDate(resumed.at, seat) : arrivalDay(resumed.at, seat, calendar),
    from,
    to: resumed.at,
  };
}

/** True when no clock counts a day. */
export const standsStill = (day: IsoDate, still: readonly StandStill[]): boolean =>
  still.some(({ fromDay, toDay }) => fromDay <= day && day <= toDay);

/** Milliseconds after an instant in which no clock ran. */
export const stoodStillMs = (since: Instant, still: readonly StandStill[]): number =>
  still.reduce((sum, { from, to }) => sum + Math.max(0, millisOf(to) - Math.max(millisOf(from), millisOf(since))), 0);
