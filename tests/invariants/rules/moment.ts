import type { RecordedEvent } from '@parley/event-store';
import type { DomainEvent } from '@parley/kernel';
import type { CaseHistory, Step } from '../../simulation/history/case-history';
import type { PanelState, OpenedPanel } from '../../../services/panel-review/src/panel/panel-state.rules';

/** Places in the one order of the store in memory are numbers. */
export const placeOf = ({ position }: Pick<RecordedEvent, 'position'>): number => Number(position);

/** How a part of a case stood just before something was recorded in another. */
export function stateBefore<State, Event extends DomainEvent>(
  steps: readonly Step<State, Event>[],
  event: RecordedEvent,
): State | undefined {
  return steps.findLast(({ recorded }) => placeOf(recorded) < placeOf(event))?.after;
}

/** The panel just before something was recorded elsewhere; `undefined` when it was not opened yet. */
export function panelBefore({ panel }: CaseHistory, event: RecordedEvent): OpenedPanel | undefined {
  return opened(stateBefore(panel, event));
}

export const opened = (state: PanelState | undefined): OpenedPanel | undefined =>
  state?.status === 'opened' ? state : undefined;
