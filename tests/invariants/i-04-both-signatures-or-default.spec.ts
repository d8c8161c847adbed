import { holdsInEveryHistory } from './holds';
import { bothSignaturesOrDefault } from './rules/i-04-both-signatures-or-default.rule';
import { sentence } from './sentences';

describe(sentence('I-04'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(bothSignaturesOrDefault));
});
