import { holdsInEveryHistory } from './holds';
import { deadlinesExplainThemselves } from './rules/i-16-deadlines-explain-themselves.rule';
import { oneOfManyCases } from './rules/i-16-one-of-many-cases.rule';
import { sentence } from './sentences';

describe(sentence('I-16'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(deadlinesExplainThemselves));

  it('gives each reply its time by the many cases that one side registered at once, which its record says', () =>
    holdsInEveryHistory(oneOfManyCases, { runs: 14, setting: { cases: 6, floods: true } }));
});
