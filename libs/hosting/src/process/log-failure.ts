import { MessageParkedError } from '@parley/messaging';
import type { createLogger } from '@parley/telemetry';

/**
 * Logs what a worker threw. A message that is parked is told apart: it waits for somebody, or for the next try of all
 * that is parked.
 */
export const logFailure =
  (logger: Pick<ReturnType<typeof createLogger>, 'error'>) =>
  (failure: unknown): void => {
    logger.error(
      { err: failure },
      failure instanceof MessageParkedError ? 'a message is parked' : 'a worker failed and tries again',
    );
  };
