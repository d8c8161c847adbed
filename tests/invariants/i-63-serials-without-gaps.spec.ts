import { holdsInEveryHistory } from './holds';
import { serialsWithoutGaps } from './rules/i-63-serials-without-gaps.rule';
import { sentence } from './sentences';

describe(sentence('I-63'), () => {
  it('holds in every history of random parties', () =>
    holdsInEveryHistory(serialsWithoutGaps, { setting: { cases: 2 } }));
});
