import { holdsInEveryHistory } from './holds';
import { ownClocks } from './rules/i-24-own-clocks.rule';
import { sentence } from './sentences';

describe(sentence('I-24'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(ownClocks, { runs: 40 }));
});
