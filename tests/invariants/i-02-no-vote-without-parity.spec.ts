import { outOfNames } from '../simulation/parties/goals/panel.goals';
import { holdsInEveryHistory } from './holds';
import { noActWithoutParity, noVoteWithoutParity } from './rules/i-02-no-vote-without-parity.rule';
import { sentence } from './sentences';

describe(sentence('I-02'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(noVoteWithoutParity, { runs: 60 }));

  it('is the answer to whoever is left of a panel, at every moment of histories in which members leave', () =>
    holdsInEveryHistory(noActWithoutParity, { setting: { goal: outOfNames } }));
});
