import type { Clocks, Happening } from '@parley/procedure';
import type { FiledCase } from '../case-state';
import type { RunningDeadline } from '../running-deadline';

/**
 * The clocks of S5, unless they run from registration on, as on the urgent track: that of the whole, and where the
 * track has it that of the officials within it, after which the deputies go on.
 */
export function consultationsFrom(
  clocks: Clocks,
  happening: Happening,
  { running }: FiledCase,
): readonly RunningDeadline[] {
  if (running['consultations']) return [];
  const whole = clocks.start('consultations', happening);
  return clocks.ruleSet.tracks[whole.track].clocks.officials ? [whole, clocks.start('officials', happening)] : [whole];
}
