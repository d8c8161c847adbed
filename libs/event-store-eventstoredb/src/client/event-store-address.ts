import { existsSync } from 'node:fs';
import { parseConnectionString, type ConnectionOptions } from '@eventstore/db-client/dist/Client/parseConnectionString';
import { status } from '@grpc/grpc-js';

/** What grpc-js says of a connection that TLS refused; it has no code for it. */
const TLS_TEXT = /certificate|altnames|SSL|TLS|EPROTO|wrong version number|unable to verify/i;
/** The reason inside grpc-js' long sentence. */
const LAST_ERROR = /Last error: (?:Error: )?(.*?)(?:\. Resolution note|$)/s;

/** Turns what a client threw into an error of one sentence. An error that is not of a call is given back as it is. */
export function asAway(error: unknown, { host, user }: Pick<EventStoreAddress, 'host' | 'user'>): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  if (error instanceof EventStoreAwayError) return error;
  const code = 'code' in error && typeof error.code === 'number' ? error.code : undefined;
  switch (code) {
    case status.DEADLINE_EXCEEDED:
    case status.ABORTED:
      return new EventStoreAwayError('slow', `EventStoreDB at ${host} did not answer in time`);
    case status.UNAUTHENTICATED:
      return new EventStoreAwayError(
        'refused',
        `EventStoreDB at ${host} does not accept ${user === null ? 'who names no user' : `the password of ${user}`}`,
      );
    case status.PERMISSION_DENIED:
      return new EventStoreAwayError(
        'refused',
        `EventStoreDB at ${host} does not let ${user ?? 'who names no user'} read all streams and append to its own`,
      );
    case status.INVALID_ARGUMENT:
      return invalid(error);
    // Somebody deleted the stream. That does not pass.
    case status.FAILED_PRECONDITION:
      return error;
    case status.UNAVAILABLE:
      return unavailable(error.message, host);
    case undefined:
      if (!/discover/i.test(error.message)) return error;
      return new EventStoreAwayError('unreachable', `no leader of EventStoreDB was found at ${host}`);
    default:
      return new EventStoreAwayError(
        'unreachable',
        `EventStoreDB at ${host} answers with ${status[code] ?? `error ${code}`}`,
      );
  }
}

function invalid(error: Error): Error {
  if (/position/i.test(error.message)) return new UnknownPositionError(error.message);
  return /Maximum Append/i.test(error.message)
    ? new RangeError(`EventStoreDB is set to take less in one append: ${error.message}`)
    : error;
}

function unavailable(text: string, host: string): EventStoreAwayError {
  if (!TLS_TEXT.test(text)) return new EventStoreAwayError('unreachable', `no EventStoreDB answers at ${host}`);
  const why = LAST_ERROR.exec(text)?.[1]?.split(/[:\n]/).at(-1)?.trim() ?? '';
  return new EventStoreAwayError(
    'untrusted',
    `there is no secure connection with EventStoreDB at ${host}${why === '' ? '' : `: ${why}`}`,
  );
}

/** A connection string cannot be understood. The message is one sentence and never holds the password. */
export class EventStoreAddressError extends Error {
  override readonly name = 'EventStoreAddressError';
}

/**
 * Milliseconds for one call, unless the connection string has a `defaultDeadline`. The server itself gives up after 2
 * s.
 */
const DEADLINE_MS = 3_000;

export interface EventStoreAddress {
  readonly options: ConnectionOptions;
  /** For error messages: the hosts alone. */
  readonly host: string;
  /** For error messages; `null` when nobody logs in. */
  readonly user: string | null;
  readonly deadlineMs: number;
}

/**
 * Reads a connection string of EventStoreDB. Its errors tell no more than what is wrong, because the whole string holds
 * a password.
 * @throws EventStoreAddressError
 */
export function eventStoreAddress(connectionString: string): EventStoreAddress {
  const options = parsed(connectionString);
  for (const file of [options.tlsCAFile, options.userCertFile, options.userKeyFile]) {
    if (file === undefined || existsSync(file)) continue;
    throw new EventStoreAddressError(`the event store's address names a file that is not there: ${file}`);
  }
  return {
    options,
    host: options.hosts.map(({ address, port }) => `${address}:${port}`).join(', '),
    user: options.defaultCredentials?.username ?? null,
    deadlineMs: options.defaultDeadline ?? DEADLINE_MS,
  };
}

function parsed(connectionString: string): ConnectionOptions {
  try {
    return parseConnectionString(connectionString);
  } catch {
    throw new EventStoreAddressError(
      "the event store's address is not a connection string such as esdb://user:password@host:2113?tls=true " +
        '(a password is written with percent signs where it has special characters)',
    );
  }
}

/**
 * - `unreachable`: nobody answers at the address, or the one who does cannot serve now
 * - `slow`: the answer did not come in time; an append may have been written all the same
 * - `untrusted`: the two could not agree on a secure connection
 * - `refused`: user or password are wrong, or the user may not do it
 */
export type AwayReason = 'unreachable' | 'slow' | 'untrusted' | 'refused';

/**
 * A code of the operating system, so that a caller can tell "away, try later" from other errors without knowing the
 * store.
 */
const CODES: Readonly<Record<AwayReason, string>> = {
  unreachable: 'ECONNREFUSED',
  slow: 'ETIMEDOUT',
  untrusted: 'ECONNREFUSED',
  refused: 'ECONNREFUSED',
};

/** EventStoreDB cannot be worked with just now. The message is one sentence and never holds the password. */
export class EventStoreAwayError extends Error {
  override readonly name = 'EventStoreAwayError';
  readonly code: string;

  constructor(
    readonly reason: AwayReason,
    message: string,
  ) {
    super(message);
    this.code = CODES[reason];
  }

  /** Whether the same call may succeed in a moment, without anybody changing a setting. */
  get mayPass(): boolean {
    return this.reason === 'unreachable' || this.reason === 'slow';
  }
}

/** EventStoreDB has no record at a position: a checkpoint belongs to another store, or was altered. */
export class UnknownPositionError extends Error {
  override readonly name = 'UnknownPositionError';
}
