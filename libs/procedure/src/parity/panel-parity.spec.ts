import { otherSide, type Side } from '@parley/kernel';
import fc from 'fast-check';
import { hasCoChairs, hasParity, panelFault, parityRefusals, type SeatedMember } from './panel-parity';

const panel = (complainant: number, respondent: number): SeatedMember[] =>
  [...Array<Side>(complainant).fill('complainant'), ...Array<Side>(respondent).fill('respondent')].map(
    (nominatedBy, n) => ({
      member: `m${n}`,
      nominatedBy,
    }),
  );
const counts = fc.tuple(fc.nat(5), fc.nat(5));
const mirrored = (seats: readonly SeatedMember[]): SeatedMember[] =>
  seats.map((seat) => ({ ...seat, nominatedBy: otherSide(seat.nominatedBy) }));

describe('parity of a panel', () => {
  it('holds exactly when both sides have equally many members, at least one each (I-01)', () => {
    fc.assert(fc.property(counts, ([a, b]) => expect(hasParity(panel(a, b))).toBe(a === b && a >= 1)));
  });

  it('is broken by whoever leaves (I-02)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.nat(), (each, leaves) => {
        const seats = panel(each, each);
        expect(hasParity(seats.toSpliced(leaves % seats.length, 1))).toBe(false);
      }),
    );
  });

  it('is the same seen from the other side (I-07)', () => {
    fc.assert(fc.property(counts, ([a, b]) => expect(hasParity(mirrored(panel(a, b)))).toBe(hasParity(panel(a, b)))));
  });

  it('is not made by seating one person twice', () => {
    expect(
      hasParity([
        { member: 'm0', nominatedBy: 'complainant' },
        { member: 'm0', nominatedBy: 'respondent' },
      ]),
    ).toBe(false);
  });
});

describe('the co-chairs of a panel', () => {
  const names = ['m0', 'm1', 'm2', 'm3', 'nobody'];

  it('are two of its members, one nominated by each side (I-03)', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...names), { maxLength: 3 }), (chairs) => {
        const sides = chairs.map(
          (chair) => ({ m0: 'complainant', m1: 'complainant', m2: 'respondent', m3: 'respondent' })[chair] ?? 'none',
        );
        expect(hasCoChairs(panel(2, 2), chairs)).toBe(sides.toSorted().join() === 'complainant,respondent');
      }),
    );
  });

  it('are asked for only after parity', () => {
    expect(panelFault(panel(2, 1), ['m0', 'm2'])).toBe(parityRefusals.unequal);
    expect(panelFault(panel(2, 2), ['m0', 'm1'])).toBe(parityRefusals.coChairs);
    expect(panelFault(panel(2, 2), ['m0', 'm2'])).toBeUndefined();
  });
});
