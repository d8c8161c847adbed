import { holdsInEveryHistory } from './holds';
import { forumThatHears } from './rules/i-49-forum-that-hears.rule';
import { sentence } from './sentences';

describe(sentence('I-49'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(forumThatHears, { runs: 60 }));
});
