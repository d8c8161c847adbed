import type { Instant } from '@parley/kernel';

interface Entry {
  readonly at: Instant;
  readonly place: number;
  readonly run: () => Promise<unknown>;
}

/**
 * What is to happen, in the order of the instants. Entries of one instant come in the order in which they were entered.
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

  /** The instant of the next entry; `undefined` when there is none. */
  next(): Instant | undefined {
    return this.#entries[0]?.at;
  }

  take(): Entry | undefined {
    return this.#entries.shift();
  }
}
