import { given } from '@parley/testing';
import { exhibit, registered } from '../../services/evidence/src/casefile/evidence-story.fixture';
import { deliberationDecider } from '../../services/panel-review/src/deliberation/interim-draft.rules';
import {
  at,
  expire,
  member,
  openedPanel,
  reviewing,
  text,
  type Said,
} from '../../services/panel-review/src/panel/panel-story.fixture';
import { givenPanel } from '../../services/panel-review/src/panel/told-panel.fixture';
import { holdsInEveryHistory } from './holds';
import {
  leaveLeavesTime,
  nothingAfterTheLastDay,
  nothingRestsOnWhatWasWithdrawn,
} from './rules/i-70-nothing-after-the-last-day.rule';
import { sentence } from './sentences';

const LAST = at('2025-04-09T17:00:00+02:00');

describe(sentence('I-70'), () => {
  it('holds of what comes and is withdrawn', () => holdsInEveryHistory(nothingAfterTheLastDay, { runs: 60 }));
  it('holds of every leave of both co-chairs', () => holdsInEveryHistory(leaveLeavesTime, { runs: 60 }));
  it('holds of every text of the panel', () => holdsInEveryHistory(nothingRestsOnWhatWasWithdrawn, { runs: 60 }));

  it('holds at the last instant: nothing comes or is withdrawn at it, and both do a millisecond before', () => {
    const evidence = registered.when(exhibit('u1'), {
      told: 'evidence-time',
      until: LAST,
      at: at('2025-03-18T16:00:00Z'),
    });
    const just = at('2025-04-09T16:59:59.999+02:00');
    const { by, party } = exhibit();
    for (const [instant, comes] of [
      [just, 'accepted'],
      [LAST, 'refused'],
    ] as const) {
      const taking = { type: 'WithdrawExhibit', by, party, receivedAt: instant, number: 'USA-1' } as const;
      expect(evidence.decision(exhibit('u2', { receivedAt: instant })).kind).toBe(comes);
      expect(evidence.decision({ ...taking, reason: 'filed-by-mistake' }).kind).toBe(comes);
    }
  });

  it('holds of one co-chair alone, whose question is no leave, and of both, whose question is', () => {
    const ask = (by: string): Said => ({
      type: 'RequestInformation',
      ...member(by, '2025-04-10T10:00:00+02:00'),
      ...{ askedOf: 'US', questions: text('More?'), jointly: true, withdrawals: [] },
    });
    const closed = givenPanel().when(...reviewing, expire('evidence'));
    const requestsOf = (...said: readonly Said[]) => openedPanel(closed.when(...said).state).requests;
    expect(requestsOf(ask('cn-2'), ask('cn-2'))).toEqual([]);
    expect(requestsOf(ask('cn-2'), ask('us-2'))).toHaveLength(1);
  });

  it('holds of a text that would rest on what was withdrawn', () => {
    const struck: Said = { told: 'exhibit-struck', exhibit: 'CHN-1', at: at('2025-04-01T10:00:00Z') };
    for (const [said, drafted] of [
      [reviewing, 'accepted'],
      [[...reviewing, struck], 'refused'],
    ] as const) {
      const panel = openedPanel(givenPanel().when(...said).state);
      const act = { type: 'DraftInterim', ...member('us-1', '2025-04-01T11:00:00Z'), panel } as const;
      const draft = { ...act, text: text('So far.'), exhibits: ['CHN-1'] };
      expect(given(deliberationDecider).decision(draft).kind).toBe(drafted);
    }
  });
});
