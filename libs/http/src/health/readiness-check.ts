/** A check that has to succeed before the process takes work. */
export interface ReadinessCheck {
  /** Shown in the answer: `event-store`. */
  readonly name: string;
  /** @returns why it is not ready, as a sentence, or `undefined` when it is */
  check(): Promise<string | undefined>;
  /**
   * @returns something that needs attention although the process takes work, as a sentence that anybody may read, or
   *   `undefined`
   */
  degraded?(): Promise<string | undefined>;
}

interface Worker {
  status(): { readonly lastFailure?: string | undefined };
}

/** A sentence for each worker that failed and tries again. Its error may quote a filing, so only the log has it. */
export const failingWorkers = (workers: Readonly<Record<string, Worker>>): readonly string[] =>
  Object.entries(workers).flatMap(([name, worker]) =>
    worker.status().lastFailure === undefined ? [] : [`${name} failed and tries again`],
  );

/**
 * Asks at most once in so many milliseconds, and repeats the last answer in between: a question that anybody may ask
 * must not cost a query each time.
 */
export function keptAnswer<Value>(millis: number, ask: () => Promise<Value>): () => Promise<Value> {
  let kept: { readonly answer: Promise<Value>; readonly until: number } | undefined;
  return () => {
    if (!kept || performance.now() >= kept.until) kept = { answer: ask(), until: performance.now() + millis };
    return kept.answer;
  };
}

/**
 * A check's reason. A check that throws, or does not answer in so many milliseconds, counts as a reason, without the
 * error's text.
 */
export async function withinTime(
  check: () => Promise<string | undefined>,
  millis: number,
): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(resolve, millis, `no answer within ${millis} ms`);
  });
  try {
    return await Promise.race([check(), late]);
  } catch {
    return 'the check failed';
  } finally {
    clearTimeout(timer);
  }
}
