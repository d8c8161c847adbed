import { holdsInEveryHistory } from './holds';
import { correctionsPointBack, nothingAltered, readByAStranger } from './rules/i-35-nothing-altered.rule';
import { sentence } from './sentences';

describe(sentence('I-35'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(nothingAltered));
  it('is seen by a stranger who has nothing but the record', () => holdsInEveryHistory(readByAStranger));
  it('a correction points to what it corrects, and leaves it there', () =>
    holdsInEveryHistory(correctionsPointBack, { runs: 40 }));
});
