import { given } from '@parley/testing';
import { deliberation, openedPanel, reviewing } from '../panel/panel-story.fixture';
import { givenPanel } from '../panel/told-panel.fixture';
import { act, vote, type Act } from './deliberation-story.fixture';
import type { DeliberationAct } from './votes.rules';

const silent = given(deliberation);
const cast = (id: string, ...claims: readonly string[]): DeliberationAct =>
  act(id, {
    type: 'CastVotes',
    votes: claims.map((claimId) => ({ claimId, on: 'substantiated', attributed: false })),
  } as Act);

describe('votes on several claims', () => {
  it('are recorded as if each had been cast by itself, and change what stood before', () => {
    expect(silent.when(cast('cn-1', 'C1', 'C2')).events).toEqual(
      silent.when(vote('cn-1', 'C1', 'substantiated'), vote('cn-1', 'C2', 'substantiated')).events,
    );
    const before = silent.when(vote('cn-1', 'C1', 'abstain'), vote('cn-1', 'C2', 'substantiated'));
    expect(before.when(cast('cn-1', 'C1', 'C2')).recorded).toEqual(['VoteChanged']);
    expect(silent.when(cast('cn-1', 'C1'), cast('cn-1', 'C1')).recorded).toEqual([]);
  });

  it('count all or none, and each claim that cannot be voted on is named', () => {
    expect(silent.decision(cast('cn-1', 'C1', 'C8', 'C2', 'C9'))).toMatchObject({
      kind: 'refused',
      reason: { code: 'unknown-claim' },
      path: '/votes/1/claim',
      also: [{ reason: { code: 'unknown-claim' }, path: '/votes/3/claim' }],
    });
  });

  it('are cast by seated members while findings are made', () => {
    expect(silent.refusalOf(cast('us-3', 'C1'))).toBe('not-seated');
    const early = openedPanel(givenPanel().when(...reviewing).state);
    expect(silent.refusalOf({ ...cast('cn-1', 'C1'), panel: early })).toBe('not-making-findings');
  });
});
