import type { Clocks, Happening } from '@parley/procedure';
import type { RunningDeadline } from '../running-deadline';

/** The clocks of S5: that of the whole, and within it that of the officials, after which the deputies go on. */
export const consultationsFrom = (clocks: Clocks, happening: Happening): readonly RunningDeadline[] => [
  clocks.start('consultations', happening),
  clocks.start('officials', happening),
];
