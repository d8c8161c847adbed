import type { IsoDate } from '@parley/kernel';
import { calendarArchive, currentRuleSet, deadline, plusDays, type ClockId } from '@parley/procedure';
import fc from 'fast-check';
import { announcedWith, someDays, UNPUBLISHED } from './announced-years';
import { sentence } from './sentences';

const CLOCKS: readonly ClockId[] = ['reply', 'consultations', 'nomination', 'review', 'findings'];
const before = calendarArchive().current('US', 'CN');
const someDay = fc.nat(500).map((days) => plusDays(`${String(UNPUBLISHED - 2)}-09-01` as IsoDate, days));
const counted = (clock: ClockId, date: IsoDate, calendar = before) =>
  deadline({ ruleSet: currentRuleSet, clock, trigger: { kind: 'day', event: 'CaseRegistered', date }, calendar });

describe(sentence('I-22'), () => {
  it('holds for every day: it is provisional when it ends in an unpublished year, and not when it ends before', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CLOCKS), someDay, (clock, date) => {
        const { dueDate, provisional } = counted(clock, date);
        expect([dueDate, provisional]).toEqual([dueDate, dueDate >= `${String(UNPUBLISHED)}-01-01`]);
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
