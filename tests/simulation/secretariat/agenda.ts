import type { Instant } from '@parley/kernel';

interface Entry {
  readonly at: Instant;
  readonly place: number;
  readonly run: () => Promise<unknown>;
}

/**
 * What is to happen, in the order of its instants; what is due at one instant comes in the order in which it was
 * entered.
 */
export class Agenda {
  readonly #entries: Entry[] = [];
  #entered = 0;

  enter(at: Instant, run: () => Promise<unknown>): void {
    const entry = { at, place: this.#entered++, run };
    let [low, high] = [0, this.#entries.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = this.#entries[middle];
      if (other && other.at <= at) low = middle + 1;
      else high = middle;
    }
    this.#entries.splice(low, 0, entry);
  }

  /** When the next thing is due; `undefined` when nothing is. */
  next(): Instant | undefined {
    return this.#entries[0]?.at;
  }

  take(): Entry | undefined {
    return this.#entries.shift();
  }
}
