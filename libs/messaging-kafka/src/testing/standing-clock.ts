import { plusMillis, type Clock, type Instant } from '@parley/kernel';

/** Stands until it is moved, as a demonstration clock does while it holds requests. */
export class StandingClock implements Clock {
  #now = '2025-02-05T08:00:00.000Z' as Instant;

  now(): Instant {
    return this.#now;
  }

  moveOn(millis = 1): void {
    this.#now = plusMillis(this.#now, millis);
  }
}
