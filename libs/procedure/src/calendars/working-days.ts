import type { IsoDate } from '@parley/kernel';
import { dayAfter } from './civil-day';
import type { WorkingDayCalendar } from './working-day-calendar';

/** The day itself when it is a working day, else the next one. */
export function nextWorkingDay(calendar: WorkingDayCalendar, onOrAfter: IsoDate): IsoDate {
  let date = onOrAfter;
  while (!calendar.isWorkingDay(date)) date = dayAfter(date);
  return date;
}

/**
 * The last day of a limit of `days` working days: the trigger day is not counted, the last day is. The trigger day need
 * not be a working day.
 * @param days whole number, 0 or more; 0 gives the trigger day itself
 */
export function addWorkingDays(calendar: WorkingDayCalendar, trigger: IsoDate, days: number): IsoDate {
  let date = trigger;
  for (let left = days; left > 0; left--) date = nextWorkingDay(calendar, dayAfter(date));
  return date;
}
