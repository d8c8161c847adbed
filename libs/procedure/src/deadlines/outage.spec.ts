import { plusMillis, type Instant } from '@parley/kernel';
import fc from 'fast-check';
import { calendarArchive } from '../calendars/calendar-archive';
import { currentRuleSet } from '../rule-sets/rule-set-of';
import type { ClockId } from '../rule-sets/clock-rule';
import { clocksOn } from './clocks';
import { endsInOutage, endsThatCount } from './outage';
import { recomputeDeadline } from './recompute-deadline';

const archive = calendarArchive();
const clocks = clocksOn(archive.current('US', 'CN'))('2026-1');
const reason = { en: 'outage', 'zh-Hans': '系统中断' };
/** The last moment of 21 February 2025 at the seat. */
const reply = clocks.start('reply', { event: 'CaseRegistered', at: '2025-02-06T09:00:00.000Z' as Instant });

describe('a gap in the heartbeat', () => {
  const gap = (from: string, to: string) => ({ from, to }) as { from: Instant; to: Instant };
  const counts = (from: string, to: string) => endsThatCount(gap(from, to), currentRuleSet.outage);

  it('counts for what ends in it from 30 minutes on, for what ends in the hour after it from two, and else not', () => {
    expect(counts('2025-02-21T15:00:00.000Z', '2025-02-21T15:31:00.000Z')).toEqual({
      after: '2025-02-21T15:00:00.000Z',
      until: '2025-02-21T16:28:59.999Z',
    });
    expect(counts('2025-02-21T15:00:00.000Z', '2025-02-21T15:05:00.000Z')).toEqual({
      after: '2025-02-21T15:02:00.000Z',
      until: '2025-02-21T16:02:59.999Z',
    });
    expect(counts('2025-02-21T15:00:00.000Z', '2025-02-21T15:02:00.000Z')).toBeUndefined();
  });
});

describe('a deadline that ends in an outage (I-61)', () => {
  const outage = { from: '2025-02-21T15:00:00.000Z', to: '2025-02-21T17:30:00.000Z' } as { from: Instant; to: Instant };
  const moved = clocks.moveByOutage(reply, outage, { at: outage.to, reason });

  it('ends with the next joint business day after it, and says why', () => {
    expect(moved).toMatchObject({
      id: 'reply',
      firstDate: '2025-02-21',
      dueDate: '2025-02-24',
      dueAt: '2025-02-24T16:00:00.000Z',
      changes: [{ kind: 'outage', outage, reason }],
    });
    expect(moved?.arithmetic.en).toMatch(/It ended in an outage of the system.*2025-02-24\.$/);
    expect(moved?.arithmetic['zh-Hans']).toContain('系统中断期间');
  });

  it('is the same when it is computed again from the record (I-16)', () => {
    expect(moved && recomputeDeadline(moved, currentRuleSet, archive).dueAt).toBe(moved?.dueAt);
  });

  it('is none when it ends with the last beat before it, or after it', () => {
    expect(endsInOutage({ dueAt: outage.from }, outage)).toBe(false);
    expect(endsInOutage({ dueAt: outage.to }, outage)).toBe(true);
    expect(
      clocks.moveByOutage(reply, { from: outage.to, to: plusMillis(outage.to, 1) }, { at: outage.to, reason }),
    ).toBeUndefined();
  });

  it('says that the system was away in the hour before its end, where it was over by then', () => {
    const before = { from: '2025-02-21T15:30:00.000Z', to: '2025-02-21T15:33:00.000Z' } as typeof outage;
    const later = clocks.moveByOutage(reply, before, { at: before.to, reason });
    expect(later?.dueAt).toBe('2025-02-24T16:00:00.000Z');
    expect(later?.arithmetic.en).toMatch(/In the hour before its end the system was away.*2025-02-24\.$/);
    expect(later && recomputeDeadline(later, currentRuleSet, archive).dueAt).toBe(later?.dueAt);
    const brief = { ...before, to: plusMillis(before.from, 120_000) };
    expect(clocks.moveByOutage(reply, brief, { at: brief.to, reason })).toBeUndefined();
  });

  it('never ends earlier, whatever clock and whatever outage, and those that it does not concern stay', () => {
    const counted = Object.keys(currentRuleSet.tracks.standard.clocks) as ClockId[];
    const day = fc
      .integer({ min: 0, max: 700 * 24 * 60 })
      .map((minutes) => plusMillis('2024-01-03T00:00:00.000Z' as Instant, minutes * 60_000));
    fc.assert(
      fc.property(
        fc.constantFrom(...counted),
        day,
        day,
        fc.integer({ min: 31, max: 20_000 }),
        (clock, at, from, minutes) => {
          const running = clocks.start(clock, { event: 'Began', at });
          const [limits, length] = [{ from, to: plusMillis(from, minutes * 60_000) }, running.changes.length];
          const after = clocks.moveByOutage(running, limits, { at: limits.to, reason });
          const lastHour = plusMillis(running.dueAt, -3_600_000);
          const inIt = from < running.dueAt && running.dueAt <= limits.to;
          const before =
            limits.to < running.dueAt && plusMillis(lastHour > from ? lastHour : from, 120_000) < limits.to;
          if (running.trigger.instant && running.trigger.instant < lastHour)
            expect(after === undefined).toBe(!(inIt || before));
          if (!after) return;
          expect(after.dueAt > limits.to && after.dueAt > running.dueAt).toBe(true);
          expect([after.firstDueAt, after.changes.length]).toEqual([running.firstDueAt, length + 1]);
        },
      ),
    );
  });
});
