import { existsSync } from 'node:fs';
import { parseConnectionString, type ConnectionOptions } from '@eventstore/db-client/dist/Client/parseConnectionString';
import { EventStoreAddressError } from './event-store-address.error';

/**
 * Milliseconds for one call, unless the connection string has a `defaultDeadline`. The server itself gives up after 2
 * s.
 */
const DEADLINE_MS = 3_000;

export interface EventStoreAddress {
  readonly options: ConnectionOptions;
  /** For sentences: the hosts alone. */
  readonly host: string;
  /** For sentences; `null` when nobody logs in. */
  readonly user: string | null;
  readonly deadlineMs: number;
}

/**
 * Reads a connection string of EventStoreDB. It tells no more than what is wrong, since the whole holds a password.
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
