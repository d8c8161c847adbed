/** Lets many go on side by side, or one alone while all the others stand still. */
export class Standstill {
  readonly #going = new Set<Promise<unknown>>();
  #alone: Promise<unknown> = Promise.resolve();

  /** Goes on beside others, once nobody is alone any more. */
  async beside<T>(fn: () => Promise<T>): Promise<T> {
    let waitedFor: Promise<unknown> | undefined;
    while (waitedFor !== this.#alone) {
      waitedFor = this.#alone;
      await waitedFor;
    }
    const going = fn();
    const settled = going.catch(() => undefined);
    this.#going.add(settled);
    void settled.then(() => this.#going.delete(settled));
    return going;
  }

  /** Waits until all who go on have come to an end, and holds back the next. */
  alone<T>(fn: () => Promise<T>): Promise<T> {
    const turn = this.#alone.then(() => Promise.all(this.#going)).then(fn);
    this.#alone = turn.catch(() => undefined);
    return turn;
  }
}
