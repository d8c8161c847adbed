import { holdsInEveryHistory } from './holds';
import { exitAlwaysOpen, openAtEveryMoment } from './rules/i-53-exit-always-open.rule';
import { sentence } from './sentences';

describe(sentence('I-53'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(exitAlwaysOpen));
  it('is the answer to the complainant at every moment of such a history', () =>
    holdsInEveryHistory(openAtEveryMoment, { runs: 40 }));
});
