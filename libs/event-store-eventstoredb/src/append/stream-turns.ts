/**
 * Lets one append at a time into each stream: appends of one process would only make each other wrong about its
 * revision.
 */
export class StreamTurns {
  readonly #last = new Map<string, Promise<unknown>>();

  take<T>(stream: string, work: () => Promise<T>): Promise<T> {
    const turn = (this.#last.get(stream) ?? Promise.resolve()).then(work, work);
    this.#last.set(stream, turn);
    const done = (): void => {
      if (this.#last.get(stream) === turn) this.#last.delete(stream);
    };
    void turn.then(done, done);
    return turn;
  }

  /** Resolves when nobody has a turn. */
  async idle(): Promise<void> {
    await Promise.allSettled(this.#last.values());
  }
}
