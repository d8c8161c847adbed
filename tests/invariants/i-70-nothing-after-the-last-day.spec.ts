import { given } from '@parley/testing';
import { exhibit, registered } from '../../services/evidence/src/casefile/evidence-story.fixture';
import {
  at,
  claims as told,
  CN,
  expire,
  member,
  openedPanel,
  reviewing,
  text,
  type Said,
  deliberation,
} from '../../services/panel-review/src/panel/panel-story.fixture';
import { givenPanel } from '../../services/panel-review/src/panel/told-panel.fixture';
import { holdsInEveryHistory } from './holds';
import {
  lateEvidenceForLateClaimsOnly,
  leaveLeavesTime,
  nothingAfterTheLastDay,
  nothingRestsOnWhatWasWithdrawn,
  ownDaysAndComments,
} from './rules/i-70-nothing-after-the-last-day.rule';
import { sentence } from './sentences';

const LAST = at('2025-04-09T17:00:00+02:00');

describe(sentence('I-70'), () => {
  it('holds of what comes and is withdrawn', () => holdsInEveryHistory(nothingAfterTheLastDay, { runs: 60 }));
  it('holds of every leave of both co-chairs', () => holdsInEveryHistory(leaveLeavesTime, { runs: 60 }));
  it('holds of every text of the panel', () => holdsInEveryHistory(nothingRestsOnWhatWasWithdrawn, { runs: 60 }));

  it('holds of what rests on evidence on a late claim', () =>
    holdsInEveryHistory(lateEvidenceForLateClaimsOnly, { runs: 60 }));
  it('holds of the time for a late claim', () => holdsInEveryHistory(ownDaysAndComments, { runs: 60 }));

  it('holds of a late claim: until its own last day, for it alone, and with time to comment', () => {
    const added = at('2025-04-08T10:00:00+02:00');
    const due = at('2025-04-22T17:00:00+02:00');
    const own = at('2025-04-29T17:00:00+02:00');
    const just = at('2025-04-29T16:59:59.999+02:00');
    const evidence = registered.when(
      { told: 'claims', claims: ['C1', 'C9'] },
      { told: 'evidence-time', until: LAST, at: at('2025-03-18T16:00:00Z') },
      { told: 'amended', amendment: 'S1', claims: ['C9'], at: added },
      { told: 'claim-evidence-time', amendment: 'S1', until: own, at: added },
    );
    for (const [claims, instant, comes] of [
      [['C9'], just, 'accepted'],
      [['C9'], own, 'refused'],
      [['C9', 'C1'], just, 'refused'],
      [['C1'], just, 'refused'],
      [[], just, 'refused'],
    ] as const)
      expect(evidence.decision(exhibit('u2', { receivedAt: instant, claims })).kind).toBe(comes);

    const late = { ...told.claims[0]!, id: 'C9', provision: 'XI:1' };
    const reviewed = givenPanel().when(
      ...reviewing,
      { told: 'claims', claims: [...told.claims, late], at: added },
      { told: 'amended', id: 'S1', claims: ['C9'], at: added, replyDue: due },
      expire('evidence'),
      { told: 'amendment-answered', amendmentId: 'S1', event: 'AmendmentReplyLapsed', at: due },
      { told: 'exhibit', exhibit: 'CHN-8', party: CN, isPublic: false, answers: '', at: just },
      expire('review'),
      expire('evidence:S1'),
    );
    const panel = openedPanel(reviewed.state);
    const { dueAt } = panel.running['late-claim-comments:S1']!;
    const given_ = (claimId: string, act: object) =>
      given(deliberation).decision({
        ...act,
        ...member('us-1', '2025-05-05T10:00:00Z'),
        panel,
        claimId,
      } as never);
    const statement = { type: 'GiveStatement', text: text('It shows.'), exhibits: ['CHN-8'] };
    expect(given_('C9', statement).kind).toBe('accepted');
    expect(given_('C1', statement)).toMatchObject({ reason: { code: 'exhibit-for-late-claim-only' } });
    const closing = { type: 'AskClosing', by: panel.convening!.coChairs[0]!, party: null, panel } as const;
    for (const [instant, code] of [
      [new Date(Date.parse(dueAt) - 1).toISOString() as typeof dueAt, 'late-claim-evidence-runs'],
      [dueAt, 'not-all-voted'],
    ] as const)
      expect(given(deliberation).decision({ ...closing, receivedAt: instant })).toMatchObject({
        reason: { code },
      });
  });

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
      expect(given(deliberation).decision(draft).kind).toBe(drafted);
    }
  });
});
