import { plusMillis, type Instant } from '@parley/kernel';
import fc from 'fast-check';
import { calendarArchive } from '../calendars/calendar-archive';
import type { ClockId } from '../rule-sets/clock-rule';
import { ruleSetOf } from '../rule-sets/rule-set-of';
import { clocksOn, type RunningDeadline } from './clocks';
import { recomputeDeadline } from './recompute-deadline';

const archive = calendarArchive();
const clocks = clocksOn(archive.current('US', 'CN'))('2026-1');
const at = (instant: string): Instant => new Date(instant).toISOString() as Instant;
const reason = { en: 'Suspended by consent.', 'zh-Hans': '经双方同意中止。' };
const registered = { event: 'CaseRegistered', at: at('2025-03-03T10:00:00+01:00') };

const resumed = (
  running: RunningDeadline,
  from: Instant,
  to: Instant,
  kind: 'act' | 'expiry' = 'act',
): RunningDeadline => clocks.resume(running, clocks.standStill(from, { at: to, kind }), { at: to, reason });

const again = (deadline: RunningDeadline) =>
  recomputeDeadline(JSON.parse(JSON.stringify(deadline)) as RunningDeadline, ruleSetOf('2026-1'), archive);

describe('a deadline that stood still', () => {
  const reply = clocks.start('reply', registered);

  it('goes on with the days that were left, the day of the stop among them', () => {
    expect(reply.dueDate).toBe('2025-03-17');
    const later = resumed(reply, at('2025-03-10T10:00:00+01:00'), at('2025-05-06T10:00:00+02:00'));
    expect(later).toMatchObject({
      id: 'reply',
      firstDate: '2025-03-17',
      dueDate: '2025-05-14',
      changes: [{ kind: 'standstill', reason }],
    });
    expect(later.arithmetic.en).toContain(
      'The screening stood still, and nothing is counted, from 2025-03-10 to 2025-05-06.',
    );
    expect(later.arithmetic['zh-Hans']).toContain('审查于2025-03-10至2025-05-06停止，其间不计。');
  });

  it('has counted the day of the stop when that day had ended', () => {
    expect(resumed(reply, at('2025-03-10T17:00:00+01:00'), at('2025-05-06T10:00:00+02:00')).dueDate).toBe('2025-05-13');
  });

  it('goes on from the day of the expiry when a date set it going', () => {
    expect(
      clocks.standStill(at('2025-03-10T10:00:00+01:00'), { at: at('2025-05-06T17:00:00+02:00'), kind: 'expiry' }).toDay,
    ).toBe('2025-05-06');
    expect(clocks.standStill(at('2025-03-10T10:00:00+01:00'), { at: at('2025-05-06T17:00:00+02:00') }).toDay).toBe(
      '2025-05-07',
    );
  });

  it('counts hours to the millisecond', () => {
    const check = clocks.onTrack('urgent').start('completeness', registered);
    const later = resumed(check, plusMillis(registered.at, 1_000), plusMillis(registered.at, 5_001));
    expect(later.dueAt).toBe(plusMillis(check.dueAt, 4_001));
  });

  it(
    'is never earlier, keeps its first date, and counts again from its record to the same ' +
      'instant (I-16, I-21, I-64)',
    () => {
      const minutes = fc.integer({ min: 0, max: 200 * 24 * 60 });
      fc.assert(
        fc.property(
          fc.constantFrom<ClockId>('reply', 'consultations', 'review', 'long-stop'),
          fc.array(fc.tuple(minutes, minutes), { maxLength: 3 }),
          (clock, stops) => {
            let running = clocks.start(clock, registered);
            let from = registered.at;
            for (const [after, lasting] of stops) {
              const stop = plusMillis(from, after * 60_000);
              const go = plusMillis(stop, lasting * 60_000);
              const later = resumed(running, stop, go);
              expect(later.dueAt >= running.dueAt).toBe(true);
              if (stop < running.dueAt) expect(later.dueAt > go).toBe(true);
              running = later;
              from = go;
            }
            expect(running.firstDueAt).toBe(clocks.start(clock, registered).dueAt);
            expect(again(running)).toEqual(JSON.parse(JSON.stringify({ ...running, id: undefined })));
          },
        ),
      );
    },
  );
});

describe('a deadline that goes on under another track', () => {
  const made = { at: at('2025-04-01T10:00:00+02:00'), reason };
  const longStop = clocks.start('long-stop', registered);

  it('is counted from the same trigger with the length of that track', () => {
    const complex = clocks.changeTrack(longStop, 'complex', made);
    expect(complex).toMatchObject({ track: 'complex', length: 210, firstDate: '2025-07-31', dueDate: '2025-09-29' });
    expect(complex && again(complex).dueAt).toBe(complex?.dueAt);
  });

  it('may start from there, and is not earlier for it (I-25)', () => {
    const urgent = clocks.onTrack('urgent').start('reply', registered);
    const refused = { event: 'UrgencyDecided', at: at('2025-03-05T10:00:00+01:00') };
    const standard = clocks.changeTrack(urgent, 'standard', made, refused);
    expect(standard).toMatchObject({
      track: 'standard',
      length: 10,
      unit: 'joint-business-day',
      dueDate: '2025-03-19',
      firstDate: '2025-03-06',
    });
    expect(standard && again(standard).dueAt).toBe(standard?.dueAt);
  });

  it('is no more where that track has no such clock', () => {
    expect(
      clocks.changeTrack(clocks.onTrack('urgent').start('first-call', registered), 'standard', made),
    ).toBeUndefined();
  });

  it('is never earlier (I-21)', () => {
    expect(clocks.changeTrack(longStop, 'urgent', made)?.dueAt).toBe(longStop.dueAt);
  });
});
