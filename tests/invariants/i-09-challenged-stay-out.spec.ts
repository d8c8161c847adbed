import { holdsInEveryHistory } from './holds';
import { challengedStayOut } from './rules/i-09-challenged-stay-out.rule';
import { sentence } from './sentences';

describe(sentence('I-09'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(challengedStayOut, { runs: 40 }));
});
