import { holdsInEveryHistory } from './holds';
import { everyNoticeAccountedFor } from './rules/i-58-every-notice-accounted-for.rule';
import { sentence } from './sentences';

describe(sentence('I-58'), () => {
  it('holds in every history of random parties', () =>
    holdsInEveryHistory(everyNoticeAccountedFor, { runs: 10, setting: { serves: true } }));
});
