import { holdsInEveryHistory } from './holds';
import { originalsStay } from './rules/i-41-originals-stay.rule';
import { sentence } from './sentences';

describe(sentence('I-41'), () => {
  it('the original is the same before and after, in every history of random parties', () =>
    holdsInEveryHistory(originalsStay, { runs: 80 }));
});
