import type { EventStore } from '@parley/event-store';
import type { Clock, Instant } from '@parley/kernel';
import { DemonstrationClock } from '@parley/processes';
import { REAL_MARGIN_MS } from '../installation/open-clock';
import { TrustedClock } from '../installation/trusted-clock';
import { NotReadyError } from '../process/start-error';

/** The time of a process of one service. */
export interface HostClock {
  readonly clock: Clock;
  /** The machine's clock; that of a demonstration is at a distance from it. */
  readonly machine: TrustedClock;
  readonly requestMarginMs: number;
  /** The clock that the gateway moves; absent where time is real. */
  readonly demonstration?: DemonstrationClock;
  /** Takes the time from the record. @throws NotReadyError while the gateway has not begun it */
  join(store: EventStore): Promise<void>;
}

/** @param startAt instant at which the gateway starts the demonstration's clock; the real clock when left out */
export function hostClock(startAt: Instant | undefined): HostClock {
  const machine = new TrustedClock();
  if (startAt === undefined)
    return { clock: machine, machine, requestMarginMs: REAL_MARGIN_MS, join: () => Promise.resolve() };
  const clock = new DemonstrationClock(() => machine.millis());
  return {
    clock,
    machine,
    demonstration: clock,
    requestMarginMs: 0,
    async join(store) {
      if (!(await clock.catchUp(store))) throw new NotReadyError('the gateway has not begun the demonstration’s time');
    },
  };
}
