import { holdsInEveryHistory } from './holds';
import { separateStatements } from './rules/i-13-separate-statements.rule';
import { sentence } from './sentences';

describe(sentence('I-13'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(separateStatements, { runs: 40 }));
});
