import type { Instant } from '@parley/kernel';
import { outcomeOf } from '@parley/procedure';
import fc from 'fast-check';
import { findingsOf } from '../../services/panel-review/src/findings/make-findings.rules';
import { person, text } from '../../services/panel-review/src/panel/panel-story.fixture';
import { holdsInEveryHistory } from './holds';
import { separateStatements } from './rules/i-13-separate-statements.rule';
import { sentence } from './sentences';

const seated = [
  { member: person('cn-1'), nominatedBy: 'complainant' },
  { member: person('us-1'), nominatedBy: 'respondent' },
] as const;
const claims = ['C1', 'C2'].map((id) => ({ id, measure: 'M1', agreement: 'GATT1994' as const, provision: 'I' }));
/** What each side said of each claim; `null` for nothing. */
const said = fc.option(fc.constantFrom('It falls on one Member alone.', 'It falls on all alike.'));
const ballot = fc.constantFrom('substantiated', 'not-substantiated', 'abstain');

describe(sentence('I-13'), () => {
  it(
    'whatever is voted and stated, a claim that is not agreed carries what each side said of it or that it ' +
      'said nothing, and no other does',
    () => {
      fc.assert(
        fc.property(
          fc.tuple(ballot, ballot),
          fc.tuple(said, said),
          fc.tuple(said, said),
          (on, ofComplainant, ofRespondent) => {
            const votes = claims.flatMap(({ id }) =>
              seated.map(({ member }, index) => ({
                claimId: id,
                member,
                on: on[index] ?? 'abstain',
                attributed: false,
              })),
            );
            const given = { complainant: ofComplainant, respondent: ofRespondent };
            const statements = (['complainant', 'respondent'] as const).flatMap((side) =>
              claims.flatMap(({ id }, index) => {
                const words = given[side][index] ?? null;
                return words === null ? [] : [{ claimId: id, side, text: text(words), exhibits: [] }];
              }),
            );
            const carried = findingsOf(claims, [], {
              closedAt: '2025-05-06T10:00:00.000Z' as Instant,
              closedBy: 'time',
              seats: 2,
              seated,
              votes,
              objectionVotes: [],
              reasons: [],
              statements,
            });
            const isAgreed =
              outcomeOf(
                votes.filter(({ claimId }) => claimId === 'C1'),
                seated,
              ) !== 'not-agreed';
            const expected = (words: string | null | undefined) => (words ? { text: text(words), exhibits: [] } : null);
            expect(carried.map((finding) => finding.statements)).toEqual(
              claims.map((_, index) =>
                isAgreed
                  ? null
                  : { complainant: expected(ofComplainant[index]), respondent: expected(ofRespondent[index]) },
              ),
            );
          },
        ),
      );
    },
  );

  it('holds in every history of random parties', () => holdsInEveryHistory(separateStatements, { runs: 40 }));
});
