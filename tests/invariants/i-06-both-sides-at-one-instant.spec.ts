import { holdsInEveryHistory } from './holds';
import { bothSidesAtOneInstant, servedOnBothAtOnce } from './rules/i-06-both-sides-at-one-instant.rule';
import { sentence } from './sentences';

describe(sentence('I-06'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(bothSidesAtOneInstant));
  it('holds of what is served', () => holdsInEveryHistory(servedOnBothAtOnce, { runs: 10, setting: { serves: true } }));
});
