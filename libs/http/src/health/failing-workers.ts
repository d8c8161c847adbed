interface Worker {
  status(): { readonly lastFailure?: string | undefined };
}

/**
 * A sentence for each worker that failed and tries again. What it threw may quote a filing, so that is for the log
 * alone.
 */
export const failingWorkers = (workers: Readonly<Record<string, Worker>>): readonly string[] =>
  Object.entries(workers).flatMap(([name, worker]) =>
    worker.status().lastFailure === undefined ? [] : [`${name} failed and tries again`],
  );
