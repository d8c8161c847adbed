import { holdsInEveryHistory } from './holds';
import { registeredComplete } from './rules/i-29-registered-complete.rule';
import { sentence } from './sentences';

describe(sentence('I-29'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(registeredComplete, { runs: 40 }));
});
