import { instantFromMillis, plusMillis, type Instant } from '@parley/kernel';
import { afterFailure } from './webhooks.rules';

const [SECOND, HOUR] = [1_000, 60 * 60_000];
const NOW = '2025-07-01T10:00:00.000Z' as Instant;
const failing = { failures: 1, since: NOW, answer: '503', waitMs: undefined };

/** Milliseconds until the next try. */
const pauseAfter = (failures: number, waitMs?: number): number => {
  const next = afterFailure({ ...failing, failures, waitMs }, NOW);
  return 'at' in next ? Date.parse(next.at) - Date.parse(NOW) : Number.NaN;
};

describe('the next try of a message that was not taken', () => {
  it('comes after growing pauses, and then each hour', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 60].map((failures) => pauseAfter(failures) / SECOND)).toEqual([
      ...[5, 30, 120, 600, 1_800, 3_600, 3_600, 3_600],
    ]);
  });

  it('comes not before the time for which the receiver asks', () => {
    expect([pauseAfter(1, 90 * SECOND), pauseAfter(4, 20 * 60 * SECOND)]).toEqual([90 * SECOND, 20 * 60 * SECOND]);
  });

  it('comes no sooner for a receiver that asks for less than the pause that is due', () => {
    expect([pauseAfter(1, SECOND), pauseAfter(7, SECOND)]).toEqual([5 * SECOND, HOUR]);
  });

  it('waits for no more than the longest pause, however much is asked for', () => {
    for (const wait of [HOUR + 1, 30 * 24 * HOUR, Infinity]) expect(pauseAfter(1, wait)).toBe(HOUR);
  });

  it('comes to an end after three days, with or without a time that is asked for', () => {
    for (const waitMs of [undefined, HOUR, Infinity]) {
      let [now, failures] = [NOW, 0];
      const next = () => afterFailure({ ...failing, failures: (failures += 1), waitMs }, now);
      for (let each = next(); 'at' in each; each = next()) now = each.at;
      expect(next()).toEqual({ why: 'no-answer-for-three-days' });
      const tried = Date.parse(now) - Date.parse(NOW);
      expect(tried).toBeLessThanOrEqual(72 * HOUR);
      expect(tried).toBeGreaterThan(70 * HOUR);
    }
  });

  it('does not come to who is gone, whatever else is asked for', () => {
    const later = plusMillis(instantFromMillis(Date.parse(NOW)), SECOND);
    expect(afterFailure({ ...failing, answer: '410', waitMs: 5 * SECOND }, later)).toEqual({ why: 'gone' });
  });
});
