import { holdsInEveryHistory } from './holds';
import { docketWithoutGaps } from './rules/i-27-docket-without-gaps.rule';
import { sentence } from './sentences';

describe(sentence('I-27'), () => {
  it('holds in every history of random parties', () =>
    holdsInEveryHistory(docketWithoutGaps, { runs: 20, setting: { cases: 5 } }));
});
