import type { Instant, IsoDate } from '@parley/kernel';
import { calendarArchive, currentRuleSet, deadline, plusDays, recountDeadline, type ClockId } from '@parley/procedure';
import fc from 'fast-check';
import { announcedWith, someDays, UNPUBLISHED } from './announced-years';
import { sentence } from './sentences';

const CLOCKS: readonly ClockId[] = ['reply', 'consultations', 'nomination', 'review', 'findings', 'long-stop'];
const before = calendarArchive().current('US', 'CN');
const registered = fc.nat(190).map((days) => plusDays(`${String(UNPUBLISHED - 1)}-09-01` as IsoDate, days));

describe(sentence('I-21'), () => {
  it('holds whatever days off and days worked a year is announced with', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CLOCKS), registered, someDays, someDays, (clock, date, off, work) => {
        const running = deadline({
          ruleSet: currentRuleSet,
          clock,
          trigger: { kind: 'day', event: 'CaseRegistered', date },
          calendar: before,
        });
        const recounted = recountDeadline(
          running,
          currentRuleSet,
          announcedWith(off, work).current('US', 'CN'),
          `${date}T09:00:00.000Z` as Instant,
        );
        expect(recounted.dueAt >= running.dueAt).toBe(true);
        expect(recounted.firstDueAt).toBe(running.firstDueAt);
      }),
      { numRuns: 300 },
    );
  });
});
