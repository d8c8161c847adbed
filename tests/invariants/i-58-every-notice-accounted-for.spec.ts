import { holdsInEveryHistory } from './holds';
import { absenceIsAFact, everyNoticeAccountedFor } from './rules/i-58-every-notice-accounted-for.rule';
import { sentence } from './sentences';

describe(sentence('I-58'), () => {
  it('holds in every history of random parties', () =>
    holdsInEveryHistory(everyNoticeAccountedFor, { runs: 10, setting: { serves: true } }));

  it('what was not delivered or retrieved in time is a fact as of the end of that time', () =>
    holdsInEveryHistory(absenceIsAFact, { runs: 10, setting: { serves: true } }));
});
