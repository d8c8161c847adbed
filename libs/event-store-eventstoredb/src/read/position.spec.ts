import type { Position } from '@parley/event-store';
import fc from 'fast-check';
import { comparePositions, logPositionOf, positionOf, START } from './position';

const places = fc.record({ commit: fc.bigInt(1n, 2n ** 63n - 1n), prepare: fc.bigInt(0n, 2n ** 63n - 1n) });
const order = (a: bigint, b: bigint): number => (a < b ? -1 : Number(a > b));

describe('a position', () => {
  it('keeps the whole place in the log', () => {
    fc.assert(fc.property(places, (place) => expect(logPositionOf(positionOf(place))).toEqual(place)));
  });

  it('is ordered as the log is, whatever the length of its text', () => {
    fc.assert(
      fc.property(places, places, (a, b) => {
        expect(comparePositions(positionOf(a), positionOf(b))).toBe(
          order(a.commit, b.commit) || order(a.prepare, b.prepare),
        );
      }),
    );
  });

  it('lies behind the start, wherever it is', () => {
    fc.assert(fc.property(places, (place) => expect(comparePositions(START, positionOf(place))).toBe(-1)));
  });

  it.each(['', 'NaN', '-1', '1.5', '12/', '0x1f', '1'.repeat(21)])(
    'is refused when no store of this kind ever gave it: %p',
    (text) => {
      expect(() => logPositionOf(text as Position)).toThrow(RangeError);
    },
  );
});
