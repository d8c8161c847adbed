import { given } from '@parley/testing';
import type { DeliberationCommand } from '../deliberation/votes.rules';
import { deliberationDecider } from '../deliberation/interim-draft.rules';
import type { PanelCommand } from '../panel/panel-commands.rules';
import { at, decider, deciding, member, openedPanel } from '../panel/panel-story.fixture';

const when = '2025-04-28T10:00:00Z';
const withdraw: PanelCommand = { type: 'NoteClaimsWithdrawal', claimIds: ['C2', 'C9'], at: at(when) };
const third = { id: 'C3', measure: 'M2', agreement: 'GATT1994', provision: 'III:4' };
const supplement = (claims = [...openedPanel(given(decider).when(...deciding).state).claims, third]): PanelCommand => ({
  type: 'NoteAmendedClaims',
  amendmentId: 'S1',
  claims,
  at: at(when),
});
const vote = (claimId: string, commands: readonly PanelCommand[]): DeliberationCommand => ({
  type: 'CastVote',
  ...member('us-1', '2025-04-29T10:00:00Z'),
  panel: openedPanel(given(decider).when(...commands).state),
  claimId,
  on: 'substantiated',
  attributed: false,
});

describe('a claim that is withdrawn', () => {
  it('is in no finding, and a vote on it is refused (I-30)', () => {
    const panel = [...deciding, withdraw];
    expect(given(deliberationDecider).refusalOf(vote('C2', panel))).toBe('claim-withdrawn');
    expect(given(deliberationDecider).refusalOf(vote('C9', panel))).toBe('unknown-claim');
    expect(given(deliberationDecider).when(vote('C1', panel)).recorded).toEqual(['VoteCast']);
    const closed = {
      type: 'RecordFindings',
      closedAt: at('2025-05-06T10:00:00Z'),
      closedBy: 'time',
      seated: [],
      votes: [],
      reasons: [],
      statements: [],
    } as const;
    const { stage } = openedPanel(given(decider).when(...panel, closed).state);
    expect(stage.name === 'certifying' && stage.decision.findings.map(({ claimId }) => claimId)).toEqual(['C1']);
  });

  it('is withdrawn once, and moves no clock', () => {
    const told = given(decider).when(...deciding, withdraw);
    expect(told.events.at(-1)?.data).toMatchObject({ claimIds: ['C2'], opens: [], closes: [] });
    expect(told.when(withdraw).recorded).toEqual([]);
  });
});

describe('claims of an amendment', () => {
  it('are decided with the others, once noted (I-24)', () => {
    const told = given(decider).when(...deciding, supplement());
    expect(openedPanel(told.state).claims.map(({ id }) => id)).toEqual(['C1', 'C2', 'C3']);
    expect(told.when(supplement([])).recorded).toEqual([]);
    expect(given(deliberationDecider).when(vote('C3', [...deciding, supplement()])).recorded).toEqual(['VoteCast']);
  });

  it('move no clock of the panel', () => {
    const before = openedPanel(given(decider).when(...deciding).state).running;
    expect(openedPanel(given(decider).when(...deciding, supplement()).state).running).toEqual(before);
  });

  it('that replace others set aside what was said of those, and of nothing else', () => {
    const said = given(deliberationDecider).when(vote('C1', deciding), vote('C2', deciding));
    const aside = said.when({ type: 'SetSayingsAside', claimIds: ['C1'], at: at(when) });
    expect(aside.recorded).toEqual(['SayingsSetAside']);
    expect(aside.state.votes.map(({ claimId }) => claimId)).toEqual(['C2']);
    expect(aside.when({ type: 'SetSayingsAside', claimIds: ['C1'], at: at(when) }).recorded).toEqual([]);
    const told = given(decider).when(...deciding, {
      type: 'NoteClaimsReplacement',
      amendmentId: 'R1',
      claimIds: ['C1'],
      at: at(when),
    });
    expect(told.recorded).toEqual(['ClaimsReplacementNoted']);
    expect(
      told.when({ type: 'NoteClaimsReplacement', amendmentId: 'R1', claimIds: ['C1'], at: at(when) }).recorded,
    ).toEqual([]);
  });
});
