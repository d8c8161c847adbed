import type { Instant } from '@parley/kernel';
import type { Clocks, ClocksOf } from '@parley/procedure';
import type { KnownCase } from './evidence-state';

/**
 * The clocks of a case: of the version to which it is pinned, and before its registration of the one in force at an
 * instant.
 */
export const clocksOfCase = (
  { registration }: Pick<KnownCase, 'registration'>,
  at: Instant,
  clocksOf: ClocksOf,
): Clocks => (registration ? clocksOf(registration.ruleSetVersion) : clocksOf.at(at));
