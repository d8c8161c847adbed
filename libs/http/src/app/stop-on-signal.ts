/** Milliseconds that a stop may take; then the process ends with unfinished work, which the record survives. */
const MOST_MS = 10_000;

/**
 * Stops once when the process is asked to end (SIGINT, SIGTERM). Work under way ends first, and then the process, with
 * code 0, or 1 when stopping failed or took too long. A second signal ends it at once.
 * @param mostMs that stopping may take; 10,000 when left out
 */
export function stopOnSignal(stop: () => Promise<void>, say: (sentence: string) => void, mostMs = MOST_MS): void {
  let stopping = false;
  const end = (signal: NodeJS.Signals): void => {
    if (stopping) process.exit(1);
    stopping = true;
    say(`${signal}: stopping.`);
    setTimeout(() => process.exit(1), mostMs).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        say(`Stopping failed: ${error instanceof Error ? error.message : String(error)}`);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}
