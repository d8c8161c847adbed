import type { FollowedServices } from '@parley/http';
import type { Clock } from '@parley/kernel';
import type { Settles, SteppedTimers } from '@parley/processes';
import type { DemonstrationControl } from './demonstration-control';

/** What a move of the clock waits for: every instance is at its time, and then all work of the services is done. */
export function servicesInTime(
  instances: readonly Pick<DemonstrationControl, 'reached'>[],
  work: Pick<FollowedServices, 'idle'>,
  clock: Clock,
): Settles {
  return {
    async idle() {
      const now = clock.now();
      await Promise.all(instances.map((instance) => instance.reached(now)));
      await work.idle();
    },
  };
}

/** The deadlines of one service. Its instances share them, so any one of them will do. */
export const timersOf = (instance: Pick<DemonstrationControl, 'fire' | 'nextDue'>, clock: Clock): SteppedTimers => ({
  // A service that has settled has heard of every deadline.
  idle: () => Promise.resolve(),
  fireDue: () => instance.fire(clock.now()),
  nextDue: (after) => instance.nextDue(after),
});
