import type { EventStore } from '@parley/event-store';
import type { Clock, Instant } from '@parley/kernel';
import { DemonstrationClock } from '@parley/processes';
import { realTime } from '../installation/open-clock';
import { NotReadyError } from '../process/start-error';

/** The time of a process of one service. */
export interface HostClock {
  readonly clock: Clock;
  readonly requestMarginMs: number;
  /** The clock that the gateway moves; absent where time is real. */
  readonly demonstration?: DemonstrationClock;
  /** Takes the time from the record. @throws NotReadyError while the gateway has not begun it */
  join(store: EventStore): Promise<void>;
}

/** @param startAt where the gateway starts the demonstration's clock; the real clock when left out */
export function hostClock(startAt: Instant | undefined): HostClock {
  if (startAt === undefined) return { ...realTime, join: () => Promise.resolve() };
  const clock = new DemonstrationClock();
  return {
    clock,
    demonstration: clock,
    requestMarginMs: 0,
    async join(store) {
      if (!(await clock.catchUp(store))) throw new NotReadyError('the gateway has not begun the demonstration’s time');
    },
  };
}
