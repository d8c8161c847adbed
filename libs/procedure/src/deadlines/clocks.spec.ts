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

  it('are those of another track where one is named', () => {
    const composed = { event: 'PanelConvened', at };
    expect(clocks.onTrack('complex').start('review', composed)).toMatchObject({ track: 'complex', length: 45 });
    expect(() => clocks.start('urgency-confirmation', composed)).toThrow(RangeError);
    expect(clocks.onTrack('urgent').start('urgency-confirmation', composed)).toMatchObject({ unit: 'calendar-day', length: 3 });
  });

  it('are extended under their own id before they expire, and not after (I-20)', () => {
    const reason = { en: 'By consent.', 'zh-Hans': '经双方同意。' };
    const running = clocks.start('disclosure', { event: 'MemberNominated', at }, 'disclosure:US:1');
    expect(clocks.extend(running, 2, { at, reason })).toMatchObject({ id: 'disclosure:US:1', firstDate: running.dueDate, changes: [{ by: 2 }] });
    expect(clocks.extend(running, 2, { at: running.dueAt, reason })).toMatchObject({ reason: { code: 'extension-after-expiry' } });
  });

  it('know the day on which an act arrives', () => expect(clocks.arrivalDay(at)).toBe('2025-02-05'));
});
