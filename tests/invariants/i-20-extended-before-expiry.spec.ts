import { holdsInEveryHistory } from './holds';
import { extendedBeforeExpiry } from './rules/i-20-extended-before-expiry.rule';
import { sentence } from './sentences';

describe(sentence('I-20'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(extendedBeforeExpiry));
});
