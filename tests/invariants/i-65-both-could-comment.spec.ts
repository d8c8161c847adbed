import { holdsInEveryHistory } from './holds';
import { bothCouldComment, nothingElseIsKnown } from './rules/i-65-both-could-comment.rule';
import { sentence } from './sentences';

describe(sentence('I-65'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(bothCouldComment, { runs: 60 }));
  it('holds of all that a finding could rest on', () => holdsInEveryHistory(nothingElseIsKnown, { runs: 60 }));
});
