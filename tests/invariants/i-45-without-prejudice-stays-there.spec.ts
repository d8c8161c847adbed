import { holdsInEveryHistory } from './holds';
import { withoutPrejudiceStaysThere } from './rules/i-45-without-prejudice-stays-there.rule';
import { sentence } from './sentences';

describe(sentence('I-45'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(withoutPrejudiceStaysThere, { runs: 80 }));
});
