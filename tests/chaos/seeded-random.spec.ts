import { seededRandom } from './seeded-random';

const hundred = Array.from({ length: 100 }, (_, index) => index);

describe('a seeded draw', () => {
  it('is the same for the same seed, and another for another', () => {
    const drawn = (seed: number) => seededRandom(seed).shuffled(hundred);
    expect(drawn(7)).toEqual(drawn(7));
    expect(drawn(7)).not.toEqual(drawn(8));
  });

  it('loses and doubles nothing when it shuffles', () => {
    expect(
      seededRandom(7)
        .shuffled(hundred)
        .toSorted((a, b) => a - b),
    ).toEqual(hundred);
  });

  it('stays between its bounds, and reaches all of what is between', () => {
    const random = seededRandom(7);
    expect(new Set(hundred.map(() => random.between(3, 6)))).toEqual(new Set([3, 4, 5]));
  });

  it('gives a part of the run draws that no other part disturbs', () => {
    const [one, other] = [seededRandom(7), seededRandom(7)];
    other.between(0, 100);
    expect(one.branch('load').shuffled(hundred)).toEqual(other.branch('load').shuffled(hundred));
    expect(one.branch('load').shuffled(hundred)).not.toEqual(one.branch('faults').shuffled(hundred));
  });
});
