import type { EventStore } from '@parley/event-store';
import type { Clock, Instant } from '@parley/kernel';
import type { RunningService } from '@parley/http';
import type { DemonstrationClock } from '@parley/processes';
import { pause } from '@parley/projections';

/** What the gateway asks of a service while it moves the demonstration's time. */
export interface DemonstrationControl {
  /** Resolves when the service's time is the gateway's. */
  reached(now: Instant): Promise<void>;
  /** The earliest expiry after an instant. */
  nextDue(after: Instant): Promise<Instant | undefined>;
  /** Fires all that is due. @returns how many fired */
  fire(now: Instant): Promise<number>;
}

export const DEMONSTRATION_CONTROL = Symbol('parley.demonstration-control');

export interface ControlledService {
  readonly clock: DemonstrationClock;
  /** Where the clock's stream is. */
  readonly store: EventStore;
  readonly running: Pick<RunningService, 'timers'>;
}

/** Two machines' clocks may differ, so the service waits for the gateway's time, in steps of so many milliseconds. */
const TICK_MS = 5;

export function demonstrationControl({ clock, store, running }: ControlledService): DemonstrationControl {
  const caughtUp = async (now: Instant): Promise<void> => {
    await clock.catchUp(store);
    await reached(clock, now);
  };
  return {
    reached: caughtUp,
    async nextDue(after) {
      const nexts = await Promise.all(running.timers.map((timers) => timers.nextDue(after)));
      return nexts.filter((next) => next !== undefined).toSorted()[0];
    },
    async fire(now) {
      await caughtUp(now);
      let fired = 0;
      for (const timers of running.timers) fired += await timers.fireDue();
      return fired;
    },
  };
}

async function reached(clock: Clock, now: Instant): Promise<void> {
  while (clock.now() < now) await pause(TICK_MS, NEVER);
}

const NEVER = new AbortController().signal;
