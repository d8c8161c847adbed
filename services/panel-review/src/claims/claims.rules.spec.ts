import { given } from '@parley/testing';
import type { DeliberationCommand } from '../deliberation/votes.rules';
import { at, deciding, member, openedPanel, secret, type Said, deliberation } from '../panel/panel-story.fixture';
import { givenPanel } from '../panel/told-panel.fixture';

const when = '2025-04-28T10:00:00Z';
const withdraw: Said = { told: 'claims-withdrawn', claimIds: ['C2', 'C9'], at: at(when) };
const third = { id: 'C3', measure: 'M2', agreement: 'GATT1994', provision: 'III:4' };
const supplement = (claims = [...openedPanel(givenPanel().when(...deciding).state).claims, third]): Said => ({
  told: 'claims',
  claims,
  at: at(when),
});
const vote = (claimId: string, commands: readonly Said[]): DeliberationCommand => ({
  type: 'CastVote',
  ...member('us-1', '2025-04-29T10:00:00Z'),
  panel: openedPanel(givenPanel().when(...commands).state),
  claimId,
  on: 'substantiated',
  attributed: false,
});

describe('a claim that is withdrawn', () => {
  it('is in no finding, and a vote on it is refused (I-30)', () => {
    const panel = [...deciding, withdraw];
    expect(given(deliberation).refusalOf(vote('C2', panel))).toBe('claim-withdrawn');
    expect(given(deliberation).refusalOf(vote('C9', panel))).toBe('unknown-claim');
    expect(given(deliberation).when(vote('C1', panel)).recorded).toEqual(['VoteCast']);
    const closed = {
      type: 'RecordFindings',
      salt: secret,
      closedAt: at('2025-05-06T10:00:00Z'),
      closedBy: 'time',
      seats: 4,
      seated: [],
      votes: [],
      objectionVotes: [],
      reasons: [],
      statements: [],
    } as const;
    const { stage } = openedPanel(givenPanel().when(...panel, closed).state);
    expect(stage.name === 'certifying' && stage.decision.findings.map(({ claimId }) => claimId)).toEqual(['C1']);
  });

  it('is withdrawn once, and moves no clock', () => {
    const told = givenPanel().when(...deciding, withdraw);
    expect([told.recorded, openedPanel(told.state).withdrawnClaims]).toEqual([[], ['C2']]);
    expect(told.when(withdraw).told).toEqual(told.told);
  });
});

describe('claims of an amendment', () => {
  it('are decided with the others, once told (I-24)', () => {
    const told = givenPanel().when(...deciding, supplement());
    expect(openedPanel(told.state).claims.map(({ id }) => id)).toEqual(['C1', 'C2', 'C3']);
    expect(given(deliberation).when(vote('C3', [...deciding, supplement()])).recorded).toEqual(['VoteCast']);
  });

  it('move no clock of the panel', () => {
    const before = openedPanel(givenPanel().when(...deciding).state).running;
    expect(openedPanel(givenPanel().when(...deciding, supplement()).state).running).toEqual(before);
  });

  it('that replace others set aside what was said of those, and of nothing else', () => {
    const said = given(deliberation).when(vote('C1', deciding), vote('C2', deciding));
    const aside = said.when({ type: 'SetSayingsAside', claimIds: ['C1'], at: at(when) });
    expect(aside.recorded).toEqual(['SayingsSetAside']);
    expect(aside.state.votes.map(({ claimId }) => claimId)).toEqual(['C2']);
    expect(aside.when({ type: 'SetSayingsAside', claimIds: ['C1'], at: at(when) }).recorded).toEqual([]);
  });
});
