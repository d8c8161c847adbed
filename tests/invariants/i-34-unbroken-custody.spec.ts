import { holdsInEveryHistory } from './holds';
import { unbrokenCustody } from './rules/i-34-unbroken-custody.rule';
import { sentence } from './sentences';

describe(sentence('I-34'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(unbrokenCustody));
});
