import type { DeliberationAct } from './votes.rules';
import { deciding, member, openedPanel } from '../panel/panel-story.fixture';
import { givenPanel } from '../panel/told-panel.fixture';

/** The pieces from which the specs tell a deliberation: a panel that makes its findings, and what its members do. */
export const panel = openedPanel(givenPanel().when(...deciding).state);
export const when = '2025-04-28T10:00:00Z';
export type Act = Omit<DeliberationAct, 'panel' | 'by' | 'party' | 'receivedAt'>;
export const act = (id: string, what: Act, inPanel = panel): DeliberationAct =>
  ({ ...member(id, when), panel: inPanel, ...what }) as DeliberationAct;
export const vote = (id: string, claimId: string, on: string, attributed = false): DeliberationAct =>
  act(id, { type: 'CastVote', claimId, on, attributed } as Act);
