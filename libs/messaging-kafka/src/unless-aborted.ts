/**
 * The result of a promise, unless the signal comes first. Then the work is left to itself.
 * @throws with `words` when the signal came first
 */
export function unlessAborted<T>(work: Promise<T>, signal: AbortSignal, words: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(new Error(words));
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    // The listener is removed again, because the signal lives as long as the process and sees one promise after
    // another.
    void work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
