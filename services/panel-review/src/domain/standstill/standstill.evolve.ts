import type { OpenedPanel } from '../panel-state';
import type { ReopeningNoted, ResumptionNoted } from './standstill-events';

export const goneOn = (state: OpenedPanel, { data: { longStop } }: ResumptionNoted | ReopeningNoted): OpenedPanel => ({
  ...state,
  longStop,
  suspendedAt: null,
  screeningEnd: null,
});
