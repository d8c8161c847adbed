import { holdsInEveryHistory } from './holds';
import { votesByEvents } from './rules/i-11-votes-by-events.rule';
import { sentence } from './sentences';

describe(sentence('I-11'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(votesByEvents));
});
