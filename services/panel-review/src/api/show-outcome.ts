import { mayRead, type Caller } from '@parley/access';
import type { CommandOutcome } from '@parley/event-store';
import type { Tier } from '@parley/kernel';
import { respond, type Answer } from '@parley/http';
import { openedPanelOf, type PanelState } from '../domain/panel-state';
import type { PanelShown } from './panel.response';
import { accessOf } from './panel-access';
import { revisionFor } from './revision-for';
import { showPanel } from './show-panel';

/** The answer to an act in a panel: the panel as it is after it, as the one who acted may read it. */
export function showOutcome(outcome: CommandOutcome<PanelState>, caller: Caller): Answer<PanelShown> {
  const readsOf = (state: PanelState) => (tier: Tier) => mayRead(tier, caller, accessOf(openedPanelOf(state)));
  const answer = respond(outcome, ({ state }) => showPanel(openedPanelOf(state), readsOf(state)));
  return outcome.kind === 'done' ? revisionFor(readsOf(outcome.state), answer) : answer;
}
