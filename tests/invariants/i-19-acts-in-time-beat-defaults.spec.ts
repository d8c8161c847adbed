import { holdsInEveryHistory } from './holds';
import { actsInTimeBeatDefaults } from './rules/i-19-acts-in-time-beat-defaults.rule';
import { sentence } from './sentences';

describe(sentence('I-19'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(actsInTimeBeatDefaults));
});
