import { holdsInEveryHistory } from './holds';
import { servingAgainMovesNothing } from './rules/i-59-serving-again-moves-nothing.rule';
import { sentence } from './sentences';

describe(sentence('I-59'), () => {
  it('holds in every history of random parties', () =>
    holdsInEveryHistory(servingAgainMovesNothing, { runs: 10, setting: { serves: true } }));
});
