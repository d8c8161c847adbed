/**
 * Iterates until the signal, also over a source that has gone silent and would never answer: it is then left to itself.
 */
export async function* untilAborted<T>(source: AsyncIterable<T>, signal: AbortSignal): AsyncIterable<T> {
  const iterator = source[Symbol.asyncIterator]();
  const aborted = new Promise<undefined>((resolve) => {
    if (signal.aborted) resolve(undefined);
    signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
  try {
    for (;;) {
      const result = await Promise.race([iterator.next(), aborted]);
      if (result === undefined || result.done === true) return;
      yield result.value;
    }
  } finally {
    void iterator.return?.().catch(() => undefined);
  }
}
