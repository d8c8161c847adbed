import type { Side } from '@parley/kernel';
import { outcomeOf } from '@parley/procedure';
import { holdsInEveryHistory } from './holds';
import { majorityOfBothSides } from './rules/i-12-majority-of-both-sides.rule';
import { sentence } from './sentences';

/** Panels of two and three seats a side, and who of each side votes for a claim. */
const VOTES = [2, 3].flatMap((seats) =>
  Array.from({ length: (seats + 1) ** 2 }, (_, n) => [seats, Math.floor(n / (seats + 1)), n % (seats + 1)] as const),
);

describe(sentence('I-12'), () => {
  it('carries a claim by a majority of all seats that has a vote of each side, and by nothing else', () => {
    for (const [seats, ours, theirs] of VOTES) {
      const seated = (['complainant', 'respondent'] as const).flatMap((nominatedBy: Side) =>
        Array.from({ length: seats }, (_, n) => ({ member: `${nominatedBy} ${String(n)}`, nominatedBy })),
      );
      const votes = seated
        .filter(
          ({ nominatedBy, member }) => Number(member.split(' ')[1]) < (nominatedBy === 'complainant' ? ours : theirs),
        )
        .map(({ member }) => ({ member, on: 'substantiated' as const }));
      const carried = ours > 0 && theirs > 0 && ours + theirs > seats;
      expect([seats, ours, theirs, outcomeOf(votes, seated)]).toEqual([
        ...[seats, ours, theirs],
        carried ? 'substantiated' : 'not-agreed',
      ]);
    }
  });

  it('holds in every history of random parties', () => holdsInEveryHistory(majorityOfBothSides, { runs: 40 }));
});
