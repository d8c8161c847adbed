import { holdsInEveryHistory } from './holds';
import { nothingAltered } from './rules/i-35-nothing-altered.rule';
import { sentence } from './sentences';

describe(sentence('I-35'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(nothingAltered));
});
