import type { IsoDate } from '@parley/kernel';
import { dayAfter, isWeekend } from '../calendars/civil-day';
import type { JointCalendar } from '../calendars/joint-calendar';
import type { ClosedDays } from './deadline';

/** Collects the days that a count leaves out as it passes them. Days off that only a weekend separates are one run. */
export class LeftOutDays {
  weekendDays = 0;
  readonly closed: ClosedDays[] = [];
  private runEndsBefore: IsoDate | undefined;

  constructor(private readonly calendar: JointCalendar) {}

  add(date: IsoDate): void {
    if (isWeekend(date)) {
      this.weekendDays++;
      if (this.runEndsBefore === date) this.runEndsBefore = dayAfter(date);
      return;
    }
    const calendars = this.calendar.parties.filter((party) => !party.isWorkingDay(date)).map((party) => party.name);
    const last = this.closed.at(-1);
    const goesOn = last !== undefined && this.runEndsBefore === date && last.calendars.join() === calendars.join();
    if (goesOn) this.closed[this.closed.length - 1] = { ...last, to: date };
    else this.closed.push({ from: date, to: date, calendars });
    this.runEndsBefore = dayAfter(date);
  }
}
