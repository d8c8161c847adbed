import type { EventStore } from '@parley/event-store';
import type { Clock, Instant } from '@parley/kernel';
import { ACT_TIME_MS } from '@parley/http';
import { DemonstrationClock, DemonstrationTime, RequestGate } from '@parley/processes';
import { TrustedClock } from './trusted-clock';

/** Milliseconds that a write may take that was handed to the store in time. A default is decided only after that. */
const WRITE_TIME_MS = 10_000;

/** In real time a default waits so many milliseconds for acts that may still be on their way. */
export const REAL_MARGIN_MS = ACT_TIME_MS + WRITE_TIME_MS;

export interface OpenClock {
  readonly clock: Clock;
  /** The machine's clock; that of a demonstration is at a distance from it. */
  readonly machine: TrustedClock;
  readonly requestMarginMs: number;
  /** Begins the demonstration's time, once the record can be read. */
  begin(store: EventStore): Promise<Demonstration | undefined>;
}

export interface Demonstration {
  readonly time: DemonstrationTime;
  readonly gate: RequestGate;
}

/**
 * The real clock, or one of a demonstration that starts at an instant in a new data folder and goes on in an old one.
 */
export function openClock(startAt: Instant | undefined): OpenClock {
  const machine = new TrustedClock();
  if (startAt === undefined)
    return { clock: machine, machine, requestMarginMs: REAL_MARGIN_MS, begin: () => Promise.resolve(undefined) };
  const clock = new DemonstrationClock(() => machine.millis());
  return {
    clock,
    machine,
    requestMarginMs: 0,
    async begin(store) {
      await clock.begin(store, startAt);
      const gate = new RequestGate();
      return { gate, time: new DemonstrationTime({ store, clock, gate }) };
    },
  };
}
