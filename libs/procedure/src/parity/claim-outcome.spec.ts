import { otherSide, type Side } from '@parley/kernel';
import fc from 'fast-check';
import { outcomeOf, type Vote } from './claim-outcome';
import type { SeatedMember } from './panel-parity';

const side = fc.constantFrom<Side>('complainant', 'respondent');
const on = fc.constantFrom<Vote['on']>('substantiated', 'not-substantiated', 'abstain');

/** Any panel, of parity or not, where each member votes once or not at all. */
const panels = fc.array(fc.tuple(side, fc.option(on)), { minLength: 1, maxLength: 8 }).map((members) => ({
  seated: members.map(([nominatedBy], n): SeatedMember => ({ member: `m${n}`, nominatedBy })),
  votes: members.flatMap(([, vote], n): Vote[] => (vote === null ? [] : [{ member: `m${n}`, on: vote }])),
}));
const seats: readonly SeatedMember[] = (['complainant', 'complainant', 'respondent', 'respondent'] as const).map(
  (nominatedBy, n) => ({
    member: `m${n}`,
    nominatedBy,
  }),
);
const votes = (...cast: (Vote['on'] | null)[]): Vote[] =>
  cast.flatMap((vote, n) => (vote === null ? [] : [{ member: `m${n}`, on: vote }]));

describe('the outcome of a claim (I-12)', () => {
  it('needs more than half of the seated members, with one of each side', () => {
    fc.assert(
      fc.property(panels, ({ seated, votes: cast }) => {
        const outcome = outcomeOf(cast, seated);
        for (const wanted of ['substantiated', 'not-substantiated'] as const) {
          const forIt = seated.filter(({ member }) =>
            cast.some((vote) => vote.member === member && vote.on === wanted),
          );
          const each = ['complainant', 'respondent'].every((one) => forIt.some((seat) => seat.nominatedBy === one));
          expect(outcome === wanted).toBe(each && forIt.length > seated.length / 2);
        }
      }),
    );
  });

  it('is the same when the sides are swapped (I-07)', () => {
    fc.assert(
      fc.property(panels, ({ seated, votes: cast }) => {
        const swapped = seated.map((seat) => ({ ...seat, nominatedBy: otherSide(seat.nominatedBy) }));
        expect(outcomeOf(cast, swapped)).toBe(outcomeOf(cast, seated));
      }),
    );
  });

  it('does not depend on the order of the votes', () => {
    fc.assert(
      fc.property(panels, ({ seated, votes: cast }) =>
        expect(outcomeOf(cast.toReversed(), seated)).toBe(outcomeOf(cast, seated)),
      ),
    );
  });

  it.each<[string, Vote[], string]>([
    [
      'three of four agree',
      votes('substantiated', 'substantiated', 'substantiated', 'not-substantiated'),
      'substantiated',
    ],
    [
      'three of four deny',
      votes('not-substantiated', null, 'not-substantiated', 'not-substantiated'),
      'not-substantiated',
    ],
    [
      'it is evenly split',
      votes('substantiated', 'substantiated', 'not-substantiated', 'not-substantiated'),
      'not-agreed',
    ],
    ['two of four say nothing', votes('substantiated', null, 'substantiated', null), 'not-agreed'],
    ['nobody votes', [], 'not-agreed'],
  ])('when %s', (_, cast, outcome) => expect(outcomeOf(cast, seats)).toBe(outcome));

  it('counts no vote of who is not seated, and none of who contradicts themselves', () => {
    const three = votes('substantiated', 'substantiated', 'substantiated');
    expect(outcomeOf([...three.slice(0, 2), { member: 'stranger', on: 'substantiated' }], seats)).toBe('not-agreed');
    expect(outcomeOf([...three, { member: 'm2', on: 'not-substantiated' }], seats)).toBe('not-agreed');
  });
});
