import { holdsInEveryHistory } from './holds';
import { challengedAreBarred, challengedStayOut } from './rules/i-09-challenged-stay-out.rule';
import { sentence } from './sentences';

describe(sentence('I-09'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(challengedStayOut, { runs: 40 }));
  it('bars whoever is challenged, at every moment of such a history', () => holdsInEveryHistory(challengedAreBarred));
});
