import type { Instant } from '@parley/kernel';
import { calendarArchive } from '../calendars/calendar-archive';
import { currentRuleSet } from '../rule-sets/rule-set-of';
import { daysBack } from './days-back';

const calendar = calendarArchive().current('US', 'CN');
const back = (at: string, days: number, kind?: 'act' | 'expiry') =>
  daysBack(
    { at: new Date(at).toISOString() as Instant, ...(kind ? { kind } : {}) },
    days,
    currentRuleSet.seat,
    calendar,
  );

describe('the joint business days before a happening', () => {
  it('are counted back from the day on which it arrives', () => {
    expect(back('2025-10-20T10:00:00+02:00', 10)).toEqual({ on: '2025-10-20', since: '2025-09-25' });
    expect(back('2025-10-20T17:00:00+02:00', 1)).toEqual({ on: '2025-10-21', since: '2025-10-20' });
  });

  it('are counted back from the day itself where a default did it', () =>
    expect(back('2025-10-20T17:00:00+02:00', 10, 'expiry')).toEqual({ on: '2025-10-20', since: '2025-09-25' }));

  it('end with the first day that the calendars know', () =>
    expect(back('2023-01-04T10:00:00+01:00', 20).since).toBe('2023-01-01'));
});
