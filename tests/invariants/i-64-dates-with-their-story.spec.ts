import { holdsInEveryHistory } from './holds';
import { datesWithTheirStory } from './rules/i-64-dates-with-their-story.rule';
import { sentence } from './sentences';

describe(sentence('I-64'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(datesWithTheirStory));
});
