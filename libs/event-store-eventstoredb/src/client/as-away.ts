import { status } from '@grpc/grpc-js';
import type { EventStoreAddress } from './event-store-address';
import { EventStoreAwayError } from './event-store-away.error';
import { UnknownPositionError } from './unknown-position.error';

/** What grpc-js says of a connection that TLS refused; it has no code for it. */
const TLS_TEXT = /certificate|altnames|SSL|TLS|EPROTO|wrong version number|unable to verify/i;
/** The reason inside grpc-js' long sentence. */
const LAST_ERROR = /Last error: (?:Error: )?(.*?)(?:\. Resolution note|$)/s;

/** The sentence for what a client threw; an error that is none of a call is given back as it is. */
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
    // Of streams that somebody deleted: nothing that passes.
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
