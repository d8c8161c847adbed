import type { Clock } from '@parley/kernel';
import type { Settles, SteppedTimers } from '@parley/processes';
import type { DemonstrationControl } from './demonstration-control';

/**
 * What a move of the clock waits for: first every service has published its record, then every service has dealt with
 * it. Asking one service after the other would not do: the first would be asked before the last had told it something.
 */
export function servicesInTime(instances: readonly DemonstrationControl[], clock: Clock): Settles {
  return {
    async idle() {
      const now = clock.now();
      await Promise.all(instances.map((instance) => instance.published(now)));
      await Promise.all(instances.map((instance) => instance.settled(now)));
    },
  };
}

/** The deadlines of one service. Its instances share them, so any one of them will do. */
export const timersOf = (instance: DemonstrationControl, clock: Clock): SteppedTimers => ({
  // A service that has settled has heard of every deadline.
  idle: () => Promise.resolve(),
  fireDue: () => instance.fire(clock.now()),
  nextDue: (after) => instance.nextDue(after),
});
