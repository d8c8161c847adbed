import { holdsInEveryHistory } from './holds';
import { onTheDocket } from './rules/i-55-on-the-docket.rule';
import { sentence } from './sentences';

describe(sentence('I-55'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(onTheDocket));
});
