import type { RecordedEvent } from '@parley/event-store';
import type { DomainEvent } from '@parley/kernel';
import type { CaseHistory, Step } from '../../simulation/history/case-history';
import type { PanelState, OpenedPanel } from '../../../services/panel-review/src/panel/panel-state.rules';

/** The place of an event in the store's order; in the store in memory places are numbers. */
export const placeOf = ({ position }: Pick<RecordedEvent, 'position'>): number => Number(position);

/** The state of a part of a case just before an event was recorded in another part. */
export function stateBefore<State, Event extends DomainEvent>(
  steps: readonly Step<State, Event>[],
  event: RecordedEvent,
): State | undefined {
  return steps.findLast(({ recorded }) => placeOf(recorded) < placeOf(event))?.after;
}

/** The panel just before an event was recorded elsewhere; `undefined` when it was not opened yet. */
export function panelBefore({ panel }: CaseHistory, event: RecordedEvent): OpenedPanel | undefined {
  return opened(stateBefore(panel, event));
}

export const opened = (state: PanelState | undefined): OpenedPanel | undefined =>
  state?.status === 'opened' ? state : undefined;
