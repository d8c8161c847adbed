import { holdsInEveryHistory } from './holds';
import { disclosedBeforeSeated } from './rules/i-08-disclosed-before-seated.rule';
import { sentence } from './sentences';

describe(sentence('I-08'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(disclosedBeforeSeated));
});
