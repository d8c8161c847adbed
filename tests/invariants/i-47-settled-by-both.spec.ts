import { holdsInEveryHistory } from './holds';
import { settledByBoth } from './rules/i-47-settled-by-both.rule';
import { sentence } from './sentences';

describe(sentence('I-47'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(settledByBoth, { runs: 40 }));
});
