import { hotlineGoals } from '../simulation/parties/goals/hotline.goals';
import { holdsInEveryHistory } from './holds';
import { everyChannelOfEverybody } from './rules/i-74-every-channel-of-everybody.rule';
import { sentence } from './sentences';

describe(sentence('I-74'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(everyChannelOfEverybody));

  it.each(hotlineGoals.map((goal) => [goal.name, goal] as const))('holds where parties bring about %s', (_, goal) =>
    holdsInEveryHistory(everyChannelOfEverybody, { runs: 5, setting: { goal } }),
  );
});
