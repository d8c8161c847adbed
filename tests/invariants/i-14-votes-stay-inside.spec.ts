import { holdsInEveryHistory } from './holds';
import { votesStayInside } from './rules/i-14-votes-stay-inside.rule';
import { sentence } from './sentences';

describe(sentence('I-14'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(votesStayInside));
});
