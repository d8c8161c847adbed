import type { Instant, IsoDate } from '@parley/kernel';
import { clocksOn, type AnnouncedCalendar } from '@parley/procedure';
import { AnnouncedCalendars } from './announced-calendars';
import { announcementOf, ANNOUNCED_AT } from './testing/announcement';

const NEW_YEAR = '2027-01-04' as IsoDate;
const [BEFORE, AFTER] = ['CN-2026-1+US-2027-1', 'CN-2027-1+US-2027-1'];

describe('the calendars that are announced', () => {
  it('are in force from the next look on, and the ones before stay to be counted on again', async () => {
    const announced: AnnouncedCalendar[] = [];
    const calendars = new AnnouncedCalendars(['US', 'CN'], () => Promise.resolve([...announced]));
    const clocksOf = clocksOn(() => calendars.current());
    const due = () => clocksOf('2026-1').startOn('reply', { event: 'CaseRegistered', date: '2026-12-18' as IsoDate });
    await calendars.refresh();
    const before = due();
    expect([before.calendarVersion, calendars.announcedAt, calendars.knows(AFTER)]).toEqual([BEFORE, undefined, false]);
    announced.push(announcementOf(NEW_YEAR));
    await calendars.refresh();
    expect([before.provisional, due().provisional, due().calendarVersion]).toEqual([true, false, AFTER]);
    expect(due().dueDate > before.dueDate).toBe(true);
    expect([calendars.announcedAt, calendars.knows(BEFORE), calendars.knows(AFTER)]).toEqual([
      ANNOUNCED_AT,
      true,
      true,
    ]);
  });

  it('are the same whichever look ends last', async () => {
    const looks = [[announcementOf(NEW_YEAR)], []];
    const calendars = new AnnouncedCalendars(['US', 'CN'], () => Promise.resolve(looks.shift() ?? []));
    await calendars.refresh();
    await calendars.refresh();
    expect(calendars.current().version).toBe(AFTER);
  });

  it('were announced when the last one was', async () => {
    const announcedAt = '2026-12-17T10:00:00.000Z' as Instant;
    const [first, second] = [{ ...announcementOf(NEW_YEAR), announcedAt }, announcementOf('2027-01-05' as IsoDate)];
    const calendars = new AnnouncedCalendars(['US', 'CN'], () => Promise.resolve([first, second]));
    await calendars.refresh();
    expect(calendars.announcedAt).toBe(ANNOUNCED_AT);
  });
});
