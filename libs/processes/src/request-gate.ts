/**
 * Lets requests through while time stands, and holds them while it moves. The request that moves the clock must not
 * pass through it: it would wait for itself.
 */
export class RequestGate {
  #open = 0;
  #closed = 0;
  readonly #waiting: (() => void)[] = [];
  readonly #draining: (() => void)[] = [];

  /**
   * Enters, at once or when the gate opens.
   * @returns a function that the request calls when it ends; calling it again does nothing
   */
  async acquire(): Promise<() => void> {
    while (this.#closed > 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#open += 1;
    return once(() => {
      this.#open -= 1;
      if (this.#open === 0) for (const drained of this.#draining.splice(0)) drained();
    });
  }

  /**
   * Holds new requests and waits for those inside.
   * @returns a function that opens the gate again
   */
  async close(): Promise<() => void> {
    this.#closed += 1;
    if (this.#open > 0) await new Promise<void>((resolve) => this.#draining.push(resolve));
    return once(() => {
      this.#closed -= 1;
      if (this.#closed === 0) for (const enter of this.#waiting.splice(0)) enter();
    });
  }
}

function once(fn: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    fn();
  };
}
