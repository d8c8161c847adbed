import { drawIndex, fairRemainder } from './draw-index';
import { sha256Text } from './sha256-text';

describe('the place that is drawn', () => {
  it.each([1, 2, 3, 5, 6, 7, 100, 255, 256])(
    'is each of %i equally often when every number of a span comes once',
    (count) => {
      const times = new Map<number, number>();
      for (let number = 0; number < 256; number++) {
        const index = fairRemainder(number, 256, count);
        if (index !== undefined) times.set(index, (times.get(index) ?? 0) + 1);
      }
      expect([...times.keys()].toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, n) => n));
      expect(new Set(times.values())).toEqual(new Set([Math.floor(256 / count)]));
    },
  );

  it('is sought in the next block while a block gives none', () => {
    const most = 16 ** 12 / 2 + 1;
    const block = (seed: string, n: number): number => Number.parseInt(sha256Text(`${seed}:${n}`).slice(0, 12), 16);
    const seeds = Array.from({ length: 40 }, (_, n) => sha256Text(`seed ${n}`));
    expect(seeds.some((seed) => block(seed, 0) >= most)).toBe(true);
    for (const seed of seeds) {
      const first = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].find((n) => block(seed, n) < most)!;
      expect(drawIndex(seed, most)).toBe(block(seed, first));
    }
  });

  it('is each of five about equally often over many seeds', () => {
    const times = [0, 0, 0, 0, 0];
    for (let n = 0; n < 5_000; n++) times[drawIndex(sha256Text(`seed ${n}`), 5)]! += 1;
    // Five standard deviations of a binomial count of 5,000 trials at one fifth: 5 × √(5000 × 0.2 × 0.8) ≈ 141.
    for (const count of times) expect(Math.abs(count - 1_000)).toBeLessThan(141);
  });
});
