import type { EventStore } from '@parley/event-store';
import type { Clock, Instant } from '@parley/kernel';
import { ACT_TIME_MS, systemClock } from '@parley/http';
import { DemonstrationClock, DemonstrationTime, RequestGate } from '@parley/processes';

/** What a write may take that was handed to the store in time, in milliseconds, before a default may be decided. */
const WRITE_TIME_MS = 10_000;

/** The machine's clock, under which a default waits for what may still be on its way. */
export const realTime = { clock: systemClock, requestMarginMs: ACT_TIME_MS + WRITE_TIME_MS };

export interface OpenClock {
  readonly clock: Clock;
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
  if (startAt === undefined) return { ...realTime, begin: () => Promise.resolve(undefined) };
  const clock = new DemonstrationClock();
  return {
    clock,
    requestMarginMs: 0,
    async begin(store) {
      await clock.begin(store, startAt);
      const gate = new RequestGate();
      return { gate, time: new DemonstrationTime({ store, clock, gate }) };
    },
  };
}
