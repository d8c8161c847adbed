import { holdsInEveryHistory } from './holds';
import { equalMembers } from './rules/i-01-equal-members.rule';
import { sentence } from './sentences';

describe(sentence('I-01'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(equalMembers));
});
