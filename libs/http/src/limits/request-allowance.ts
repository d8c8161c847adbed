/** Callers that are remembered; of more, those who have asked least lately begin anew. */
const MOST_CALLERS = 10_000;
const MINUTE_MS = 60_000;

interface Allowance {
  left: number;
  at: number;
}

/**
 * How many requests each caller may still make: so many at once, and so many a minute from then on (a token bucket). It
 * is of one process: of several instances each allows as many.
 */
export class RequestAllowance {
  /** Who has asked last stands last. */
  readonly #callers = new Map<string, Allowance>();

  /** @param perMinute at least 1 @param now reading of a clock that never goes back, in milliseconds */
  constructor(
    private readonly perMinute: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /**
   * Takes one request off what a caller may make. @returns seconds until the next is allowed when there is none left;
   * `undefined` when there was
   */
  take(caller: string): number | undefined {
    const now = this.now();
    const { left, at } = this.#callers.get(caller) ?? { left: this.perMinute, at: now };
    const have = Math.min(this.perMinute, left + ((now - at) * this.perMinute) / MINUTE_MS);
    this.#remember(caller, { left: have < 1 ? have : have - 1, at: now });
    return have < 1 ? Math.ceil(((1 - have) * MINUTE_MS) / this.perMinute / 1_000) : undefined;
  }

  #remember(caller: string, allowance: Allowance): void {
    this.#callers.delete(caller);
    this.#callers.set(caller, allowance);
    if (this.#callers.size <= MOST_CALLERS) return;
    const [longest] = this.#callers.keys();
    if (longest !== undefined) this.#callers.delete(longest);
  }
}
