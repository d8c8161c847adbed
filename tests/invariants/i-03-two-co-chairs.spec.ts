import { holdsInEveryHistory } from './holds';
import { twoCoChairs } from './rules/i-03-two-co-chairs.rule';
import { sentence } from './sentences';

describe(sentence('I-03'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(twoCoChairs));
});
