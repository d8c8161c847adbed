import {
  challenge,
  CN,
  decide,
  disclosed,
  person,
  US,
} from '../../services/panel-review/src/panel/panel-story.fixture';
import { givenPanel } from '../../services/panel-review/src/panel/told-panel.fixture';
import { holdsInEveryHistory } from './holds';
import { challengedDecideNot } from './rules/i-10-challenged-decide-not.rule';
import { sentence } from './sentences';

describe(sentence('I-10'), () => {
  it('takes the signature of a co-head, and never that of the member, whatever capacity it claims', () => {
    const challenged = givenPanel().when(...disclosed, challenge(CN, 'us-1', '2025-02-14T10:00:00Z'));
    const signed = (by: string, party: typeof US) =>
      challenged.decision({
        ...decide(party, 'us-1', 'not-upheld', '2025-02-17T10:00:00Z'),
        ...{ by: person(by), party },
      });
    expect(signed('us-cohead', US).kind).toBe('accepted');
    for (const party of [US, CN]) expect(signed('us-1', party).kind).toBe('refused');
  });

  it('holds in every history of random parties', () => holdsInEveryHistory(challengedDecideNot, { runs: 60 }));
});
