import { holdsInEveryHistory } from './holds';
import { withdrawalIsOnesOwn } from './rules/i-30-withdrawal-is-ones-own.rule';
import { sentence } from './sentences';

describe(sentence('I-30'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(withdrawalIsOnesOwn, { setting: { cases: 2 } }));
});
