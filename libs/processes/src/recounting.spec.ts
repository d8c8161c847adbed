import { randomUUID } from 'node:crypto';
import { InMemoryEventStore, streamIdOf } from '@parley/event-store';
import type { CommandId, Instant, IsoDate } from '@parley/kernel';
import { clocksOn, type AnnouncedCalendar } from '@parley/procedure';
import { ServiceFollower } from '@parley/projections';
import { createServiceDatabase, type ServiceDatabase } from '@parley/projections/testing';
import { AnnouncedCalendars } from './announced-calendars';
import { DeadlineTimers } from './deadline-timers';
import { Recounting, type NoteCalendar } from './recounting';
import { announcementOf, ANNOUNCED_AT } from './testing/announcement';
import { CATEGORY, StandingClock, toCase } from './testing/case-of-deadlines';
import { Reactions } from './work/reactions';

const START = '2026-12-18T09:00:00.000Z' as Instant;
/** After the announcement. */
const LATER = '2026-12-18T11:00:00.000Z' as Instant;
const DAY_OFF = '2027-01-04' as IsoDate;

describe('counting anew on calendars that are announced', () => {
  let database: ServiceDatabase;
  let clock: StandingClock;
  let store: InMemoryEventStore;
  let calendars: AnnouncedCalendars;
  let follower: ServiceFollower;
  let timers: DeadlineTimers;
  let recounting: Recounting;
  let recounted: { readonly case: string; readonly note: NoteCalendar }[];
  let announced: AnnouncedCalendar[];

  const reply = (counted: AnnouncedCalendars) =>
    clocksOn(() => counted.current())('2026-1').startOn('reply', {
      event: 'CaseRegistered',
      date: START.slice(0, 10) as IsoDate,
    });
  const announce = async (): Promise<void> => {
    announced.push(announcementOf(DAY_OFF));
    await recounting.countAnew(ANNOUNCED_AT, { kind: 'event', id: 'announcement' });
  };
  const open = (id: string) =>
    toCase(store, id, { kind: 'open', at: START, deadlines: [reply(calendars)] }, randomUUID() as CommandId);

  beforeEach(async () => {
    database = await createServiceDatabase('intake');
    clock = new StandingClock(START);
    store = new InMemoryEventStore({ clock });
    announced = [];
    calendars = new AnnouncedCalendars(['US', 'CN'], () => Promise.resolve([...announced]));
    recounted = [];
    follower = new ServiceFollower({ store, dataSource: database.dataSource });
    timers = new DeadlineTimers({
      follower,
      dataSource: database.dataSource,
      clock,
      categories: [CATEGORY],
      marginMs: 0,
      pollMs: 600_000,
      fire: () => Promise.resolve(),
    });
    recounting = new Recounting({
      reactions: new Reactions({ store, dataSource: database.dataSource, follower }),
      calendars,
      timers,
      categories: [CATEGORY],
      recount: (stream, note) => {
        recounted.push({ case: streamIdOf(stream), note });
        return Promise.resolve();
      },
    });
    follower.start();
    timers.start();
  });
  afterEach(async () => {
    await timers.stop();
    await follower.stop();
    await database.drop();
  });

  it(
    'is asked of every stream in which something runs, once, with the version and the ' + 'instant of the announcement',
    async () => {
      await open('a');
      await open('b');
      await announce();
      const note = { type: 'NoteCalendar', version: 'CN-2027-1+US-2027-1', at: ANNOUNCED_AT };
      expect(recounted).toEqual([
        { case: 'a', note },
        { case: 'b', note },
      ]);
    },
  );

  it('finds what is started afterwards by a process that had not heard of it', async () => {
    const unaware = new AnnouncedCalendars(['US', 'CN']);
    await announce();
    clock.instant = LATER;
    await toCase(store, 'c', { kind: 'open', at: START, deadlines: [reply(unaware)] }, randomUUID() as CommandId);
    await toCase(store, 'd', { kind: 'open', at: START, deadlines: [reply(calendars)] }, randomUUID() as CommandId);
    await recounting.late.idle();
    expect(recounted).toEqual([
      { case: 'c', note: { type: 'NoteCalendar', version: 'CN-2027-1+US-2027-1', at: ANNOUNCED_AT } },
    ]);
  });

  it('leaves to who hears of it what was counted on an announcement that is not known here', async () => {
    await announce();
    clock.instant = LATER;
    const next = '2027-01-05' as IsoDate;
    const ahead = new AnnouncedCalendars(['US', 'CN'], () =>
      Promise.resolve([
        { ...announcementOf(next), calendar: { ...announcementOf(next).calendar, version: 'CN-2027-2' } },
      ]),
    );
    await ahead.refresh();
    await toCase(store, 'e', { kind: 'open', at: START, deadlines: [reply(ahead)] }, randomUUID() as CommandId);
    await recounting.late.idle();
    expect(recounted).toEqual([]);
  });

  it('is nothing to do for who only sees things start', async () => {
    await open('a');
    await recounting.late.idle();
    expect(recounted).toEqual([]);
  });
});
