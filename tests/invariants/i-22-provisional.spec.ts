import type { Instant, IsoDate } from '@parley/kernel';
import { calendarArchive, currentRuleSet, deadline, extendDeadline, plusDays, type ClockId } from '@parley/procedure';
import fc from 'fast-check';
import { announcedWith, someDays, UNPUBLISHED } from './announced-years';
import { sentence } from './sentences';

const CLOCKS: readonly ClockId[] = ['reply', 'consultations', 'nomination', 'review', 'findings', 'long-stop'];
const before = calendarArchive().current('US', 'CN');
const unpublished = `${String(UNPUBLISHED)}-01-01`;
const someDay = fc.nat(500).map((days) => plusDays(`${String(UNPUBLISHED - 2)}-09-01` as IsoDate, days));
const counted = (clock: ClockId, date: IsoDate, calendar = before) =>
  deadline({ ruleSet: currentRuleSet, clock, trigger: { kind: 'day', event: 'CaseRegistered', date }, calendar });

describe(sentence('I-22'), () => {
  it('holds for every day: it is provisional when it ends in an unpublished year, and not when it ends before', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CLOCKS), someDay, (clock, date) => {
        const { dueDate, provisional } = counted(clock, date);
        expect([dueDate, provisional]).toEqual([dueDate, dueDate >= unpublished]);
      }),
      { numRuns: 400 },
    );
  });

  it('holds for none that runs through days off, as on the urgent track', () => {
    fc.assert(
      fc.property(someDay, (date) => {
        const trigger = { kind: 'day', event: 'CaseRegistered', date } as const;
        const running = deadline({
          ...{ ruleSet: currentRuleSet, clock: 'long-stop', track: 'urgent' },
          ...{ trigger, calendar: before },
        });
        expect([running.dueDate, running.provisional]).toEqual([running.dueDate, false]);
      }),
    );
  });

  it('holds for a deadline that an extension carries into an unpublished year', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 10 }), (date, by) => {
        const made = { at: `${date}T09:00:00.000Z` as Instant, reason: { en: 'A holiday.', 'zh-Hans': '节假日。' } };
        const after = extendDeadline(counted('reply', date), by, made, currentRuleSet, before);
        if ('reason' in after) throw new Error(after.reason.en);
        expect([after.dueDate, after.provisional]).toEqual([after.dueDate, after.dueDate >= unpublished]);
      }),
      { numRuns: 400 },
    );
  });

  it('and no longer when the year is announced', () => {
    fc.assert(
      fc.property(someDays, (off) => {
        const late = `${String(UNPUBLISHED - 1)}-12-20` as IsoDate;
        expect([
          counted('reply', late).provisional,
          counted('reply', late, announcedWith(off, []).current('US', 'CN')).provisional,
        ]).toEqual([true, false]);
      }),
    );
  });
});
