import type { Clock, Instant } from '@parley/kernel';

/** Time that stands still until the simulation moves it, and never goes back. */
export class SimulatedClock implements Clock {
  #now: Instant;

  constructor(start: Instant) {
    this.#now = start;
  }

  now(): Instant {
    return this.#now;
  }

  moveTo(instant: Instant): void {
    if (instant > this.#now) this.#now = instant;
  }
}
