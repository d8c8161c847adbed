import { problemCatalogue, ProblemError } from '@parley/http';

/** Seconds in which a service that restarts may be back. */
const RETRY_AFTER = '1';

/**
 * The answer when a service cannot be asked, or did not answer. A client finds out whether an act was done by sending
 * it again with the same Idempotency-Key.
 */
export const serviceAway = (): ProblemError =>
  new ProblemError(problemCatalogue.unavailable, [], { 'retry-after': RETRY_AFTER });

const NOT_REACHED: readonly unknown[] = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
];

/** Whether an error says that there was no connection, so that nothing of the request was sent. */
export const wasNotReached = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && NOT_REACHED.includes(error.code);

/** The innermost cause of an error, which is the one that has a code of the system. */
export const rootOf = (error: unknown): unknown =>
  error instanceof Error && error.cause !== undefined ? rootOf(error.cause) : error;
