import { clockRule, type Clocks, type Happening, type RunningDeadline } from '@parley/procedure';
import type { OpenedPanel } from '../panel-state';

/**
 * The clock of the panel's review or findings. Where its track counts it from the registration, as the urgent one does,
 * the happening that begins the stage moves it by nothing.
 */
export function stageClock(
  clocks: Clocks,
  { track, registeredAt, registeredBy }: OpenedPanel,
  clock: 'review' | 'findings',
  happening: Happening,
): RunningDeadline {
  const fromRegistration = clockRule(clocks.ruleSet, clock, track).from === 'registration';
  return clocks.start(
    clock,
    fromRegistration ? { event: 'CaseRegistered', at: registeredAt, kind: registeredBy } : happening,
  );
}

/**
 * The time for findings. One that was counted from the registration and has passed before it began is counted from its
 * beginning.
 */
export function findingsClock(clocks: Clocks, panel: OpenedPanel, happening: Happening): RunningDeadline {
  const deadline = stageClock(clocks, panel, 'findings', happening);
  return deadline.dueAt > happening.at ? deadline : clocks.start('late-findings', happening, 'findings');
}
