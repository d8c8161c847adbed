import { failingWorkers } from '../health/readiness-check';
import type { RunningService } from './service-definition';

/** A worker of a service in the background. */
export interface ServiceWorker {
  start?(): void;
  /** True while it may still move deadlines, so that no default of the service may come. */
  holdsDefaults?(): boolean;
  /** Resolves when everything recorded before the call has been dealt with. */
  idle?(): Promise<void>;
  /** Not ready while there is a failure that it recovers from. */
  status?(): { readonly lastFailure?: string };
  /** Resolves when the work in hand is done. */
  stop?(): Promise<void>;
}

/**
 * Starts workers in their order, and stops them in the opposite one.
 * @param workers by their names, as anybody may read them: `the nightly check`
 */
export function atWork(
  workers: Readonly<Record<string, ServiceWorker>>,
): Pick<RunningService, 'turn' | 'idle' | 'unready' | 'stop'> {
  const inOrder = Object.values(workers);
  for (const worker of inOrder) worker.start?.();
  const turn = async (): Promise<void> => {
    for (const worker of inOrder) await worker.idle?.();
  };
  return {
    turn,
    idle: async () => {
      // Twice, because a later worker may make work for an earlier one.
      await turn();
      await turn();
    },
    unready: () =>
      failingWorkers(
        Object.fromEntries(
          Object.entries(workers).map(([name, each]) => [name, { status: () => each.status?.() ?? {} }]),
        ),
      ),
    stop: async () => {
      for (const worker of inOrder.toReversed()) await worker.stop?.();
    },
  };
}
