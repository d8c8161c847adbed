import { holdsInEveryHistory } from './holds';
import { docketFromTheLogAlone } from './rules/i-56-docket-from-the-log-alone.rule';
import { sentence } from './sentences';

describe(sentence('I-56'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(docketFromTheLogAlone));
});
