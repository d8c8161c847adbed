import { given } from '@parley/testing';
import { act, vote, type Act } from '../../services/panel-review/src/deliberation/deliberation-story.fixture';
import {
  challenge,
  CN,
  deciding,
  deliberation,
  openedPanel,
  text,
  type Said,
} from '../../services/panel-review/src/panel/panel-story.fixture';
import { givenPanel } from '../../services/panel-review/src/panel/told-panel.fixture';
import { holdsInEveryHistory } from './holds';
import { challengedAreBarred, challengedStayOut } from './rules/i-09-challenged-stay-out.rule';
import { sentence } from './sentences';

describe(sentence('I-09'), () => {
  it('keeps from every act in the deliberation whoever is challenged for a late fact, and nobody else', () => {
    const late = { ...challenge(CN, 'us-1', '2025-04-25T10:00:00Z'), cameToLight: '2025-04-24T10:00:00Z' } as Said;
    const before = givenPanel().when(...deciding);
    const challenged = openedPanel(before.when(late).state);
    expect(challenged.challenges).toMatchObject([{ member: 'us-1', outcome: null }]);
    const acts = (id: string, panel: typeof challenged) =>
      [
        act(id, { type: 'WriteNote', text: text('A thought.') } as Act, panel),
        { ...vote(id, 'C1', 'substantiated'), panel },
        act(id, { type: 'AskClosing' }, panel),
      ].map((each) => [each.type, given(deliberation).decision(each).kind]);
    const [written, cast, closed] = ['WriteNote', 'CastVote', 'AskClosing'];
    expect(acts('us-1', challenged)).toEqual([written, cast, closed].map((type) => [type, 'refused']));
    expect(acts('us-1', openedPanel(before.state))).toContainEqual([written, 'accepted']);
    expect(acts('cn-1', challenged)).toContainEqual([written, 'accepted']);
  });

  it('holds in every history of random parties', () => holdsInEveryHistory(challengedStayOut, { runs: 40 }));
  it('bars whoever is challenged, at every moment of such a history', () => holdsInEveryHistory(challengedAreBarred));
});
