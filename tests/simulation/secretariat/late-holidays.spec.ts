import { neverEarlier } from '../../invariants/rules/i-21-never-earlier.rule';
import { playWorld } from '../run/world';

/** Some of these worlds have late holidays. No more are played than necessary. */
const SEEDS = Array.from({ length: 16 }, (_, index) => 20_260 + index);

describe('holidays that are announced late in a simulated year', () => {
  it('move what runs in every part of a case, and nothing earlier (I-21)', async () => {
    const moved = new Set<string>();
    for (const seed of SEEDS) {
      const history = await playWorld(seed);
      expect(neverEarlier.check(history)).toEqual([]);
      for (const { type, stream } of history.log) if (type === 'CalendarNoted') moved.add(stream.split('.')[0] ?? '');
      if (moved.size >= 3) break;
    }
    expect([...moved]).toEqual(expect.arrayContaining(['intake', 'panelreview', 'evidence']));
  }, 120_000);
});
