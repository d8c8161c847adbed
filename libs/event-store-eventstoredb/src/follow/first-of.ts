/** Waits for whatever comes first, and lets the other waits go. Each of them ends when its signal is aborted. */
export async function firstOf(
  signal: AbortSignal,
  ...waits: readonly ((signal: AbortSignal) => Promise<void>)[]
): Promise<void> {
  const enough = new AbortController();
  const abort = (): void => enough.abort();
  signal.addEventListener('abort', abort);
  if (signal.aborted) abort();
  try {
    await Promise.race(waits.map((wait) => wait(enough.signal)));
  } finally {
    signal.removeEventListener('abort', abort);
    abort();
  }
}
