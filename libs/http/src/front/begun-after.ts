/**
 * Lets one run of some work serve all who ask for it before it begins: what each gets began after the call. No more
 * than one runs, and one waits, however many ask.
 */
export function begunAfter<Outcome>(run: () => Promise<Outcome>): () => Promise<Outcome> {
  let running: Promise<unknown> = Promise.resolve();
  let next: Promise<Outcome> | undefined;
  return () =>
    (next ??= running
      .catch(() => undefined)
      .then(() => {
        next = undefined;
        const begun = run();
        running = begun;
        return begun;
      }));
}
