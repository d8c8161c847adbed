import { instantFromMillis, type Instant, type IsoDate } from '@parley/kernel';
import fc from 'fast-check';
import { announceYear } from '../calendars/announce-year';
import { calendarArchive, publishedCalendars } from '../calendars/calendar-archive';
import { plusDays } from '../calendars/civil-day';
import { cnCalendarData } from '../calendars/cn-calendar.data';
import type { ClockId } from '../rule-sets/clock-rule';
import type { Track } from '../rule-sets/rule-set';
import { currentRuleSet } from '../rule-sets/rule-set-of';
import type { Deadline } from './deadline';
import { extendDeadline } from './extend-deadline';
import { recomputeDeadline } from './recompute-deadline';
import { recountDeadline } from './recount-deadline';
import { deadline } from './set-deadline';

const announcedAt = '2026-11-04T08:00:00.000Z' as Instant;
const days2027 = Array.from({ length: 200 }, (_, n) => plusDays('2027-01-01' as IsoDate, n));
const clocks = ['reply', 'consultations', 'review', 'long-stop', 'nomination'] as const satisfies readonly ClockId[];

/** Calendars on which China has announced some days of 2027 off, and made others working days. */
const announced = (off: readonly IsoDate[], work: readonly IsoDate[] = []) =>
  calendarArchive([
    ...publishedCalendars,
    announceYear(cnCalendarData, 'CN-2027-1', 2027, { off, work, source: 'test' }),
  ]);

const before = calendarArchive().current('US', 'CN');
const set = (clock: ClockId, date: IsoDate): Deadline =>
  deadline({
    ruleSet: currentRuleSet,
    clock,
    trigger: { kind: 'day', event: 'GrievanceRegistered', date },
    calendar: before,
  });
const someDays = fc.subarray(days2027, { maxLength: 60 });
const registered = fc.nat(120).map((n) => plusDays('2026-09-01' as IsoDate, n));

describe('a deadline whose calendar changes', () => {
  it('is never earlier than before (I-21)', () => {
    fc.assert(
      fc.property(fc.constantFrom(...clocks), registered, someDays, someDays, (clock, date, off, work) => {
        const running = set(clock, date);
        const recounted = recountDeadline(
          running,
          currentRuleSet,
          announced(off, work).current('US', 'CN'),
          announcedAt,
        );
        expect(recounted.dueAt >= running.dueAt).toBe(true);
        expect(recounted.firstDueAt).toBe(running.dueAt);
      }),
    );
  });

  it('gives the same instant when it is counted again from its record, change by change (I-16)', () => {
    fc.assert(
      fc.property(fc.constantFrom(...clocks), registered, someDays, fc.boolean(), (clock, date, off, extended) => {
        const archive = announced(off);
        const calendar = archive.current('US', 'CN');
        const reason = { en: 'by consent', 'zh-Hans': '经同意' };
        const recounted = recountDeadline(set(clock, date), currentRuleSet, calendar, announcedAt);
        const last = extended
          ? extendDeadline(
              recounted,
              5,
              { at: '2026-09-01T08:00:00.000Z' as Instant, reason },
              currentRuleSet,
              calendar,
            )
          : recounted;
        expect(recomputeDeadline(JSON.parse(JSON.stringify(last)) as Deadline, currentRuleSet, archive)).toEqual(last);
      }),
    );
  });

  it('gets later where more days are off, and shows its first date, the change and its present date (I-64)', () => {
    const running = set('reply', '2026-12-17' as IsoDate);
    const recounted = recountDeadline(
      running,
      currentRuleSet,
      announced(days2027.slice(0, 10)).current('US', 'CN'),
      announcedAt,
    );
    expect(running).toMatchObject({ dueDate: '2027-01-04', provisional: true });
    expect(recounted).toMatchObject({
      firstDate: '2027-01-04',
      dueDate: '2027-01-11',
      provisional: false,
      changes: [{ kind: 'calendar', at: announcedAt, calendarVersion: 'CN-2027-1+US-2027-1', dueDate: '2027-01-11' }],
    });
    expect(recounted.changes[0]!.reason.en).toContain('from CN-2026-1+US-2027-1 to CN-2027-1+US-2027-1');
  });

  it('stays where the new count would end earlier, and says why', () => {
    const running = set('reply', '2027-02-01' as IsoDate);
    const recounted = recountDeadline(running, currentRuleSet, announced([]).current('US', 'CN'), announcedAt);
    expect(recounted.dueDate).toBe(running.dueDate);
    expect(recounted.arithmetic.en).toContain(`it stays at ${running.dueAt}`);
    expect(recounted.arithmetic['zh-Hans']).toContain(`仍为 ${running.dueAt}`);
  });

  it('is left alone when it had ended, is on these calendars already, or counts no working days', () => {
    const calendar = announced(days2027).current('US', 'CN');
    const ended = set('reply', '2026-09-01' as IsoDate);
    expect(recountDeadline(ended, currentRuleSet, calendar, announcedAt)).toBe(ended);
    const running = set('reply', '2026-12-17' as IsoDate);
    expect(recountDeadline(running, currentRuleSet, before, announcedAt)).toBe(running);
    const trigger = { kind: 'act', event: 'GrievanceRegistered', at: '2026-12-30T10:00:00.000Z' as Instant } as const;
    const urgent = deadline({ ruleSet: currentRuleSet, clock: 'reply', track: 'urgent', trigger, calendar: before });
    expect(recountDeadline(urgent, currentRuleSet, calendar, announcedAt)).toBe(urgent);
  });
});

describe('a recorded deadline', () => {
  const record = set('reply', '2025-09-25' as IsoDate);
  const anyClock = fc.constantFrom(
    ...Object.entries(currentRuleSet.tracks).flatMap(([track, { clocks: own }]) =>
      Object.keys(own).map((clock) => ({ track, clock })),
    ),
  ) as fc.Arbitrary<{ track: Track; clock: ClockId }>;
  const anyInstant = fc
    // A limit that is counted back ends before its trigger, and no calendar goes further back than 2023.
    .date({ min: new Date('2023-02-15T00:00:00Z'), max: new Date('2028-12-31T00:00:00Z'), noInvalidDate: true })
    .map((date) => instantFromMillis(date.getTime()));

  it(
    'gives the same instant and the same words when it is counted again, whatever its clock, ' +
      'track and trigger (I-16)',
    () => {
      fc.assert(
        fc.property(
          anyClock,
          anyInstant,
          fc.constantFrom('act' as const, 'expiry' as const),
          ({ clock, track }, at, kind) => {
            const set = deadline({
              ruleSet: currentRuleSet,
              clock,
              track,
              trigger: { kind, event: 'GrievanceRegistered', at },
              calendar: before,
            });
            expect(
              recomputeDeadline(JSON.parse(JSON.stringify(set)) as Deadline, currentRuleSet, calendarArchive()),
            ).toEqual(set);
          },
        ),
      );
    },
  );

  it('that was altered is not what its record gives', () => {
    const altered = { ...record, trigger: { ...record.trigger, date: '2025-09-26' as IsoDate } };
    expect(recomputeDeadline(altered, currentRuleSet, calendarArchive()).dueAt).not.toBe(altered.dueAt);
  });

  it('is not recomputed under another rule set, or without the instant of its act', () => {
    expect(() => recomputeDeadline({ ...record, ruleSet: '2020-1' }, currentRuleSet, calendarArchive())).toThrow(
      /2020-1/,
    );
    const broken = { ...record, trigger: { ...record.trigger, kind: 'act' as const } };
    expect(() => recomputeDeadline(broken, currentRuleSet, calendarArchive())).toThrow(/no instant/);
  });
});
