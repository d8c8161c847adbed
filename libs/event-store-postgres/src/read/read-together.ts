/**
 * One reading for all who ask at once: it begins after each of them has asked, and so says what one of their own would.
 * Who asks while one is under way gets the next.
 */
export function readTogether<T>(read: () => Promise<T>): () => Promise<T> {
  let next: Promise<T> | undefined;
  let underWay: Promise<unknown> = Promise.resolve();
  return () => {
    next ??= underWay.then(() => {
      next = undefined;
      const reading = read();
      underWay = reading.catch(() => undefined);
      return reading;
    });
    return next;
  };
}
