import type { DeliberationAct } from './votes.rules';
import { at, deciding, member, openedPanel, type Said } from '../panel/panel-story.fixture';
import { givenPanel } from '../panel/told-panel.fixture';

/** The pieces from which the specs tell a deliberation: a panel that makes its findings, and what its members do. */
export const panel = openedPanel(givenPanel().when(...deciding).state);
export const when = '2025-04-28T10:00:00Z';
export type Act = Omit<DeliberationAct, 'panel' | 'by' | 'party' | 'receivedAt'>;
export const act = (id: string, what: Act, inPanel = panel): DeliberationAct =>
  ({ ...member(id, when), panel: inPanel, ...what }) as DeliberationAct;
export const vote = (id: string, claimId: string, on: string, attributed = false): DeliberationAct =>
  act(id, { type: 'CastVote', claimId, on, attributed } as Act);

/** A reply that objects to the first claim for security, and to all claims for time. */
export const objecting: Extract<Said, { told: 'replied' }> = {
  told: 'replied',
  at: at('2025-02-20T10:00:00Z'),
  objections: [
    { id: 'objection:1', kind: 'security', claimIds: ['C1'] },
    { id: 'objection:2', kind: 'time', claimIds: [] },
  ],
};
export const voteOnObjection = (
  id: string,
  on: string,
  inPanel: typeof panel,
  objectionId = 'objection:1',
): DeliberationAct => act(id, { type: 'CastVoteOnObjection', objectionId, on } as Act, inPanel);
