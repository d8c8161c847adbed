/**
 * Iterates until the signal, also over a silent source that would never answer; that source is then left to itself.
 * Each answer has a promise of its own, since a race against one that lives as long as the signal would keep every
 * answer.
 */
export async function* untilAborted<T>(source: AsyncIterable<T>, signal: AbortSignal): AsyncIterable<T> {
  const iterator = source[Symbol.asyncIterator]();
  let giveUp = (): void => undefined;
  const abort = (): void => giveUp();
  signal.addEventListener('abort', abort);
  try {
    while (!signal.aborted) {
      const result = await new Promise<IteratorResult<T, unknown> | undefined>((resolve, reject) => {
        giveUp = () => resolve(undefined);
        iterator.next().then(resolve, reject);
      });
      giveUp = () => undefined;
      if (result === undefined || result.done === true) return;
      yield result.value;
    }
  } finally {
    signal.removeEventListener('abort', abort);
    void iterator.return?.().catch(() => undefined);
  }
}
