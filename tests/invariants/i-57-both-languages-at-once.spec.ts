import { holdsInEveryHistory } from './holds';
import { bothLanguagesAtOnce } from './rules/i-57-both-languages-at-once.rule';
import { sentence } from './sentences';

describe(sentence('I-57'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(bothLanguagesAtOnce));
});
