import type { Clocks, Happening } from '@parley/procedure';
import type { RunningDeadline } from '../running-deadline';

/** The clocks of S5: that of the whole, and where the track has it that of the officials within it, after which the deputies go on. */
export function consultationsFrom(clocks: Clocks, happening: Happening): readonly RunningDeadline[] {
  const whole = clocks.start('consultations', happening);
  return clocks.ruleSet.tracks[whole.track].clocks.officials ? [whole, clocks.start('officials', happening)] : [whole];
}
