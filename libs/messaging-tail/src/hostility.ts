/** Numbers in [0, 1) that are a function of the seed (mulberry32): a failing run can be repeated. */
export function seededNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface Hostility {
  /** The seed of all that a hostile feed does; print it with a failure. */
  readonly seed: number;
}

/** A delivery in four comes twice at once, and one in four again later. */
const AGAIN = 0.25;
/** Old deliveries kept for later; beyond it the oldest is forgotten. */
const REMEMBERED = 64;

/**
 * Does to a page of messages what a broker may do, and no more: mixes keys, delivers twice, and delivers again much
 * later. The first delivery of each message keeps the order of its key.
 */
export class HostileOrder<Message> {
  readonly #random: () => number;
  readonly #keyOf: (message: Message) => string;
  #later: Message[] = [];

  constructor(seed: number, keyOf: (message: Message) => string) {
    this.#random = seededNumbers(seed);
    this.#keyOf = keyOf;
  }

  /** The deliveries that a page becomes. */
  shuffle(messages: readonly Message[]): readonly Message[] {
    const queues = [...Map.groupBy(messages, this.#keyOf).values()];
    const deliveries: Message[] = [];
    const delivered: Message[] = [];
    while (queues.length > 0) {
      const at = this.#below(queues.length);
      const next = queues[at]?.shift();
      if (next === undefined) {
        queues.splice(at, 1);
        continue;
      }
      deliveries.push(next);
      delivered.push(next);
      if (this.#random() < AGAIN) deliveries.push(next);
      if (this.#random() < AGAIN) deliveries.push(...this.#recall());
    }
    this.#later = [...this.#later, ...delivered.filter(() => this.#random() < AGAIN)].slice(-REMEMBERED);
    return deliveries;
  }

  /** The deliveries that are still to come again. */
  drain(): readonly Message[] {
    const rest = this.#later;
    this.#later = [];
    return rest;
  }

  /** How long to stall before a page, in milliseconds, so that contexts overtake each other. */
  stall(): number {
    return this.#random() < AGAIN ? this.#below(5) : 0;
  }

  #recall(): readonly Message[] {
    return this.#later.length === 0 ? [] : this.#later.splice(this.#below(this.#later.length), 1);
  }

  #below(limit: number): number {
    return Math.floor(this.#random() * limit);
  }
}
