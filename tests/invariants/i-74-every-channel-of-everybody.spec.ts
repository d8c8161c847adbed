import { holdsInEveryHistory } from './holds';
import { everyChannelOfEverybody } from './rules/i-74-every-channel-of-everybody.rule';
import { sentence } from './sentences';

describe(sentence('I-74'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(everyChannelOfEverybody));
});
