import { holdsInEveryHistory } from './holds';
import { replayIsTheState } from './rules/i-36-replay-is-the-state.rule';
import { sentence } from './sentences';

describe(sentence('I-36'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(replayIsTheState));
});
