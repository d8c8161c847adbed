/** Wakes everybody who waits for something to move. */
export class Moves {
  readonly #target = new EventTarget();

  tell(): void {
    this.#target.dispatchEvent(new Event('moved'));
  }

  /** Resolves with the next move, or after so many milliseconds. */
  next(millis: number): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.#target.removeEventListener('moved', done);
        resolve();
      };
      const timer = setTimeout(done, millis);
      this.#target.addEventListener('moved', done);
    });
  }
}
