import { holdsInEveryHistory } from './holds';
import { readersByConsent } from './rules/i-42-readers-by-consent.rule';
import { sentence } from './sentences';

describe(sentence('I-42'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(readersByConsent, { runs: 40 }));
});
