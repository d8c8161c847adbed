import { percentileOf } from './percentile';

/** The lags of a round, in milliseconds. */
export interface Lag {
  readonly p50: number;
  readonly p99: number;
  /** Median until the message was handed to the other side; NaN where that is not noted. */
  readonly handedP50: number;
}

/**
 * When cases were acknowledged by one side and seen by the other, on one clock. Each case counts once, however often it
 * is seen.
 */
export class LagLog {
  readonly #acknowledged = new Map<string, number>();
  readonly #handed = new Map<string, number>();
  readonly #seen = new Map<string, number>();
  readonly #waiting = new Map<string, PromiseWithResolvers<undefined>>();

  acknowledged(id: string): void {
    this.#acknowledged.set(id, performance.now());
  }

  /** Notes that a case has come to the other side, which has not yet done anything with it. */
  handed(id: string): void {
    this.#handed.set(id, performance.now());
  }

  /** Notes that a case was seen, perhaps before the actor has read the acknowledgement. */
  seen(id: string): void {
    if (this.#seen.has(id)) return;
    this.#seen.set(id, performance.now());
    this.#waiting.get(id)?.resolve(undefined);
    this.#waiting.delete(id);
  }

  async untilSeen(id: string): Promise<void> {
    if (this.#seen.has(id)) return;
    const waiting = this.#waiting.get(id) ?? Promise.withResolvers<undefined>();
    this.#waiting.set(id, waiting);
    await waiting.promise;
  }

  /** Waits for every case that was acknowledged. @throws when some are not seen in time, with how many */
  async untilAllSeen(patienceMs: number): Promise<void> {
    const late = Promise.withResolvers<never>();
    const giveUp = (): void =>
      late.reject(
        new Error(
          `${String(this.#unseen().length)} of ${String(this.#acknowledged.size)} cases were not seen ` +
            `within ${String(patienceMs)} ms`,
        ),
      );
    const timer = setTimeout(giveUp, patienceMs);
    await Promise.race([Promise.all(this.#unseen().map((id) => this.untilSeen(id))), late.promise]).finally(() =>
      clearTimeout(timer),
    );
  }

  /**
   * The lags of the cases that were acknowledged and seen. A case that was seen before its acknowledgement came had
   * none.
   */
  lag(): Lag {
    const [seen, handed] = [this.#until(this.#seen), this.#until(this.#handed)];
    return { p50: percentileOf(seen, 0.5), p99: percentileOf(seen, 0.99), handedP50: percentileOf(handed, 0.5) };
  }

  /** Cases seen each second, from the first acknowledgement to the last sight. */
  seenPerSecond(): number {
    return this.#acknowledged.size / ((latest(this.#seen.values()) - earliest(this.#acknowledged.values())) / 1000);
  }

  #until(times: ReadonlyMap<string, number>): readonly number[] {
    return [...this.#acknowledged].flatMap(([id, since]) => {
      const at = times.get(id);
      return at === undefined ? [] : [Math.max(0, at - since)];
    });
  }

  #unseen(): readonly string[] {
    return [...this.#acknowledged.keys()].filter((id) => !this.#seen.has(id));
  }
}

// They fold, because a round can have more cases than a call can have arguments.
const latest = (times: Iterable<number>): number => [...times].reduce((one, other) => Math.max(one, other), -Infinity);
const earliest = (times: Iterable<number>): number => [...times].reduce((one, other) => Math.min(one, other), Infinity);
