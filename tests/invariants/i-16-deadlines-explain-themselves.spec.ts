import { holdsInEveryHistory } from './holds';
import { deadlinesExplainThemselves } from './rules/i-16-deadlines-explain-themselves.rule';
import { sentence } from './sentences';

describe(sentence('I-16'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(deadlinesExplainThemselves));
});
