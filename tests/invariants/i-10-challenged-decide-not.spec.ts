import { holdsInEveryHistory } from './holds';
import { challengedDecideNot } from './rules/i-10-challenged-decide-not.rule';
import { sentence } from './sentences';

describe(sentence('I-10'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(challengedDecideNot, { runs: 60 }));
});
