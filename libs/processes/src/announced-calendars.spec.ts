import { setTimeout as delay } from 'node:timers/promises';
import { InMemoryEventStore } from '@parley/event-store';
import type { Instant, IsoDate } from '@parley/kernel';
import { clocksOn } from '@parley/procedure';
import { AnnouncedCalendars } from './announced-calendars';
import { announcementOf, announce } from './testing/announcement';

const NEW_YEAR = '2027-01-04' as IsoDate;
const store = () => new InMemoryEventStore({ clock: { now: () => '2026-11-04T09:00:00.000Z' as Instant } });

describe('the calendars that are announced', () => {
  it(
    'are in force when they are learned, for whoever counts from then on, and the ones before stay ' +
      'to be counted on again',
    () => {
      const calendars = new AnnouncedCalendars(['US', 'CN']);
      const clocksOf = clocksOn(() => calendars.current());
      const due = () => clocksOf('2026-1').startOn('reply', { event: 'CaseRegistered', date: '2026-12-18' as IsoDate });
      const before = due();
      calendars.learn(announcementOf(NEW_YEAR));
      expect([before.provisional, due().provisional, due().calendarVersion]).toEqual([
        true,
        false,
        'CN-2027-1+US-2027-1',
      ]);
      expect(due().dueDate > before.dueDate).toBe(true);
      expect(calendars.archive.ofVersion(before.calendarVersion).version).toBe(before.calendarVersion);
      expect(calendars.announcedAt).toBe(announcementOf(NEW_YEAR).occurredAt);
    },
  );

  it('are taken from the record, and followed in it', async () => {
    const record = store();
    const calendars = new AnnouncedCalendars(['US', 'CN']);
    await calendars.catchUp(record);
    expect([calendars.current().version, calendars.announcedAt]).toEqual(['CN-2026-1+US-2027-1', undefined]);
    const stopped = new AbortController();
    const following = calendars.follow(record, stopped.signal);
    await announce(record, NEW_YEAR);
    while (calendars.announcedAt === undefined) await delay(1);
    expect(calendars.current().isWorkingDay(NEW_YEAR)).toBe(false);
    stopped.abort();
    await following;
    const started = new AnnouncedCalendars(['US', 'CN']);
    await started.catchUp(record);
    expect(started.current().version).toBe(calendars.current().version);
  });
});
