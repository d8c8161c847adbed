import { HttpException } from '@nestjs/common';
import { BlobsUnavailableError } from '@parley/blobs';
import { FaultyEventError, LaterEventError } from '@parley/event-store';
import { UnknownRuleSetError } from '@parley/procedure';
import { problemCatalogue } from './problem-catalogue';
import type { ProblemKind } from './problem-kind';
import { ProblemError } from './problem.error';

const BY_STATUS: ReadonlyMap<number, ProblemKind> = new Map<number, ProblemKind>([
  [400, problemCatalogue.malformedRequest],
  [401, problemCatalogue.unauthenticated],
  [403, problemCatalogue.roleRequired],
  [404, problemCatalogue.notFound],
  [405, problemCatalogue.methodNotAllowed],
  [408, problemCatalogue.requestTimeout],
  [413, problemCatalogue.bodyTooLarge],
  [414, problemCatalogue.uriTooLong],
  [415, problemCatalogue.wrongContentType],
  [431, problemCatalogue.headersTooLarge],
  [503, problemCatalogue.unavailable],
]);

/** The disk, the user's quota or the database's disk is full: nothing was kept, and the act may succeed later. */
const DISK_FULL: readonly unknown[] = ['ENOSPC', 'EDQUOT', '53100'];

/** Seconds in which a database or a storage that restarts may be back, and a clock be right. */
const RETRY_AFTER = '5';
/** Seconds in which rules that were adopted have been heard, or an instance of a newer version may be asked. */
const RETRY_SOON = '1';

/**
 * The problem for any error. The text of a foreign error never reaches the client, since it may quote a filing or a
 * query.
 */
export function asProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (isDiskFull(error)) return new ProblemError(problemCatalogue.storageFull, [], { 'retry-after': RETRY_AFTER });
  if (isDatabaseAway(error) || error instanceof BlobsUnavailableError)
    return new ProblemError(problemCatalogue.unavailable, [], { 'retry-after': RETRY_AFTER });
  if (error instanceof UnknownRuleSetError)
    return new ProblemError(problemCatalogue.notYet, [], { 'retry-after': RETRY_SOON });
  if (error instanceof LaterEventError)
    return new ProblemError(problemCatalogue.laterVersion, [], { 'retry-after': RETRY_SOON });
  // Until the two clocks are compared again, the store alone knows that they differ.
  if (error instanceof FaultyEventError && error.fault === 'time')
    return new ProblemError(problemCatalogue.clockUntrusted, [], { 'retry-after': RETRY_AFTER });
  const status = statusOf(error);
  return new ProblemError(
    BY_STATUS.get(status) ??
      (status >= 400 && status < 500 ? problemCatalogue.malformedRequest : problemCatalogue.internal),
  );
}

const isDiskFull = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && DISK_FULL.includes(error.code);

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  if (typeof error === 'object' && error !== null && 'statusCode' in error && typeof error.statusCode === 'number')
    return error.statusCode;
  return 500;
}

const SOCKET_CODES = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH'];

/**
 * PostgreSQL's codes: connection exceptions, shutting down, crashed, starting up, too many connections, no answer in
 * time.
 */
const SERVER_CODES = /^(08...|57P0[123]|57014|53300)$/;

/** Errors of the driver that have no code. */
const DRIVER_TEXT = /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout)/;

/** True when an error says that the database was away; false when the database refused what was asked. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return SOCKET_CODES.includes(code) || SERVER_CODES.test(code) || DRIVER_TEXT.test(error.message);
}
