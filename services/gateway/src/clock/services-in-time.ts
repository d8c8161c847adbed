import type { Clock } from '@parley/kernel';
import type { Settles, SteppedTimers } from '@parley/processes';
import type { DemonstrationControl } from './demonstration-control';

/**
 * All services as a move of the clock waits for them: first everybody's record is out, then everybody has dealt with
 * it. One after the other would not do: what the first is told by the last, it would be told after it was asked.
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
  // Whoever has settled has heard of every deadline.
  idle: () => Promise.resolve(),
  fireDue: () => instance.fire(clock.now()),
  nextDue: (after) => instance.nextDue(after),
});
