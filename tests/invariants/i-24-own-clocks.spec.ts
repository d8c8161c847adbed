import { holdsInEveryHistory } from './holds';
import { ownClocks, supplementsHaveTheirOwn } from './rules/i-24-own-clocks.rule';
import { sentence } from './sentences';

describe(sentence('I-24'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(ownClocks, { runs: 40 }));
  it('holds of a supplement at every moment of such a history', () => holdsInEveryHistory(supplementsHaveTheirOwn));
});
