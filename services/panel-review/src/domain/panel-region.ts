import type { PanelRegionState } from '@parley/procedure';
import type { PanelState } from './panel-state';

/**
 * Where a panel stands in the region's graph of the rule set (I-26). An ended or suspended screening stops it, unless
 * it was done by then.
 */
export function regionStateOf(state: PanelState): PanelRegionState {
  if (state.status === 'unopened') return 'unopened';
  const { stage, screeningEnd, suspendedAt } = state;
  const done = stage.name === 'issued' || stage.name === 'impossible';
  if (done) return stage.name;
  if (screeningEnd) return 'stopped';
  return suspendedAt === null ? stage.name : 'suspended';
}
