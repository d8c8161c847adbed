import { mayRead, type Caller } from '@parley/access';
import type { CommandOutcome } from '@parley/event-store';
import { respond, type Answer } from '@parley/platform';
import { openedPanelOf, type PanelState } from '../domain/panel-state';
import type { PanelShown } from './panel.response';
import { accessOf } from './panel-access';
import { showPanel } from './show-panel';

/** The answer to an act in a panel: the panel as it is after it, as the one who acted may read it. */
export const showOutcome = (outcome: CommandOutcome<PanelState>, caller: Caller): Answer<PanelShown> =>
  respond(outcome, ({ state }) => {
    const panel = openedPanelOf(state);
    const access = accessOf(panel);
    return showPanel(panel, (tier) => mayRead(tier, caller, access));
  });
