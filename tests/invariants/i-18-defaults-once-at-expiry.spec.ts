import { holdsInEveryHistory } from './holds';
import { defaultsOnceAtExpiry } from './rules/i-18-defaults-once-at-expiry.rule';
import { sentence } from './sentences';

describe(sentence('I-18'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(defaultsOnceAtExpiry));
});
