import { holdsInEveryHistory } from './holds';
import { counteredApart } from './rules/i-32-countered-apart.rule';
import { sentence } from './sentences';

describe(sentence('I-32'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(counteredApart, { setting: { cases: 4 } }));
});
