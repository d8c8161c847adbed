import { holdsInEveryHistory } from './holds';
import { alongTheGraph } from './rules/i-26-along-the-graph.rule';
import { sentence } from './sentences';

describe(sentence('I-26'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(alongTheGraph));
});
