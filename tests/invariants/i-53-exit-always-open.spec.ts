import { holdsInEveryHistory } from './holds';
import { exitAlwaysOpen } from './rules/i-53-exit-always-open.rule';
import { sentence } from './sentences';

describe(sentence('I-53'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(exitAlwaysOpen));
});
