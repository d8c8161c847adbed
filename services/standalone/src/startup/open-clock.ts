import type { EventStore } from '@parley/event-store';
import type { Clock, Instant } from '@parley/kernel';
import { systemClock } from '@parley/platform';
import { DemonstrationClock, DemonstrationTime, RequestGate } from '@parley/processes';

/** The longest time that a request may take on the real clock, in milliseconds: no default is decided sooner after its expiry. */
const REQUEST_MARGIN_MS = 30_000;

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

/** The real clock, or one of a demonstration that starts at an instant in a new data folder and goes on in an old one. */
export function openClock(startAt: Instant | undefined): OpenClock {
  if (startAt === undefined) return { clock: systemClock, requestMarginMs: REQUEST_MARGIN_MS, begin: () => Promise.resolve(undefined) };
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
