import { holdsInEveryHistory } from './holds';
import { sentTwiceDoneOnce } from './rules/i-28-sent-twice-done-once.rule';
import { sentence } from './sentences';

describe(sentence('I-28'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(sentTwiceDoneOnce));
});
