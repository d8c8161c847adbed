import { holdsInEveryHistory } from './holds';
import { noVoteWithoutParity } from './rules/i-02-no-vote-without-parity.rule';
import { sentence } from './sentences';

describe(sentence('I-02'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(noVoteWithoutParity, { runs: 60 }));
});
