import { holdsInEveryHistory } from './holds';
import { bothCouldComment } from './rules/i-65-both-could-comment.rule';
import { sentence } from './sentences';

describe(sentence('I-65'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(bothCouldComment, { runs: 60 }));
});
