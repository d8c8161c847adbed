import { holdsInEveryHistory } from './holds';
import { majorityOfBothSides } from './rules/i-12-majority-of-both-sides.rule';
import { sentence } from './sentences';

describe(sentence('I-12'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(majorityOfBothSides, { runs: 40 }));
});
