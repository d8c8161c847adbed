import type { Instant } from '@parley/kernel';
import { calendarArchive } from '../calendars/calendar-archive';
import { clocksOn } from './clocks';

const clocks = clocksOn(calendarArchive().current('US', 'CN'))('2026-1');
const at = '2025-02-04T09:00:00.000Z' as Instant;

describe('the clocks of a rule set', () => {
  it('start under their own id, or under the one that is given', () => {
    const filed = { event: 'GrievanceFiled', at };
    expect(clocks.start('completeness', filed)).toMatchObject({ id: 'completeness', clock: 'completeness', dueDate: '2025-02-12' });
    expect(clocks.start('disclosure', filed, 'disclosure:US:2')).toMatchObject({ id: 'disclosure:US:2', clock: 'disclosure' });
  });

  it('start on the day of the expiry where a default happened', () => {
    const { trigger } = clocks.start('consultations', { event: 'ReplyLapsed', kind: 'expiry', at: '2025-02-19T16:00:00.000Z' as Instant });
    expect(trigger).toMatchObject({ kind: 'expiry', date: '2025-02-19' });
  });

  it('know the day on which an act arrives', () => expect(clocks.arrivalDay(at)).toBe('2025-02-05'));
});
