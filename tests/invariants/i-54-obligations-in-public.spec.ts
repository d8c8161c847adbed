import { holdsInEveryHistory } from './holds';
import { obligationsInPublic } from './rules/i-54-obligations-in-public.rule';
import { sentence } from './sentences';

describe(sentence('I-54'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(obligationsInPublic, { runs: 40 }));
});
