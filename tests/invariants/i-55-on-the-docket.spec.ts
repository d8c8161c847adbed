import { holdsInEveryHistory } from './holds';
import { limitsOnTheDocket } from './rules/i-55-limits-on-the-docket.rule';
import { onTheDocket } from './rules/i-55-on-the-docket.rule';
import { sentence } from './sentences';

describe(sentence('I-55'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(onTheDocket));

  it('shows in every history the limits that run, and no others', () => holdsInEveryHistory(limitsOnTheDocket));
});
