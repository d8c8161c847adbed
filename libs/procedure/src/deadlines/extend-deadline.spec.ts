import { plusMillis, type Instant, type IsoDate } from '@parley/kernel';
import fc from 'fast-check';
import { calendarArchive } from '../calendars/calendar-archive';
import type { ClockId } from '../rule-sets/clock-rule';
import { currentRuleSet } from '../rule-sets/rule-set-of';
import type { Deadline } from './deadline';
import { extendDeadline } from './extend-deadline';
import { deadline } from './set-deadline';

const calendar = calendarArchive().current('US', 'CN');
const reason = { en: 'The interpreters are ill.', 'zh-Hans': '译员患病。' };
const set = (clock: ClockId): Deadline =>
  deadline({
    ruleSet: currentRuleSet,
    clock,
    trigger: { kind: 'day', event: 'GrievanceRegistered', date: '2025-03-03' as IsoDate },
    calendar,
  });
const extend = (running: Deadline, by: number, at: Instant = plusMillis(running.dueAt, -1)) =>
  extendDeadline(running, by, { at, reason }, currentRuleSet, calendar);

describe('an extension (I-20)', () => {
  it('is counted from the same trigger, by at most the clock’s own length', () => {
    const extended = extend(set('reply'), 10) as Deadline;
    expect(extended.dueDate).toBe(calendar.addJointBusinessDays('2025-03-03' as IsoDate, 20));
    expect(extended).toMatchObject({
      firstDate: '2025-03-17',
      length: 10,
      changes: [{ kind: 'extension', by: 10, reason }],
    });
    expect(extend(set('reply'), 11)).toMatchObject({ reason: { code: 'extension-too-long' } });
  });

  it('is given once', () =>
    expect(extend(extend(set('reply'), 3) as Deadline, 3)).toMatchObject({ reason: { code: 'extension-too-long' } }));

  it('comes before expiry or not at all', () => {
    const running = set('reply');
    expect(extend(running, 5, running.dueAt)).toMatchObject({
      reason: { code: 'extension-after-expiry', rule: 'I-20' },
    });
  });

  it('takes the long-stop at most sixty days further', () => {
    expect(extend(set('long-stop'), 60)).toMatchObject({ dueDate: '2025-09-29' });
    expect(extend(set('long-stop'), 61)).toMatchObject({ kind: 'refused' });
  });

  it('is not to be had for a clock that the rules fix', () => {
    expect(extend(set('obligation'), 1)).toMatchObject({ reason: { code: 'clock-not-extendable' } });
  });

  it('always makes a deadline later', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<ClockId>('reply', 'consultations', 'review', 'findings'),
        fc.integer({ min: 1, max: 10 }),
        (clock, by) => {
          const running = set(clock);
          expect((extend(running, by) as Deadline).dueAt > running.dueAt).toBe(true);
        },
      ),
    );
  });

  it.each([0, -1, 1.5, Number.NaN])('is not of %p days', (by) =>
    expect(extend(set('reply'), by)).toMatchObject({ kind: 'refused' }),
  );
});
