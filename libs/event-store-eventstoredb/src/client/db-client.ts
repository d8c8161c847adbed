import { readFileSync } from 'node:fs';
import { EventStoreDBClient } from '@eventstore/db-client';
import type { ConnectionOptions } from '@eventstore/db-client/dist/Client/parseConnectionString';

type Settings = ConstructorParameters<typeof EventStoreDBClient>;

/**
 * The client with two of its habits changed.
 *
 * Its multiplexed append keeps the callers of all clients of the process in one table, forgets them all when one
 * connection breaks, throws from a listener when an answer comes after that, and has no deadline of its own. The plain
 * append has none of these faults. The client falls back to it for a server that lacks the multiplexed one.
 *
 * Its `dispose` leaves the channel open, and here the channel is closed too.
 */
export class DbClient extends EventStoreDBClient {
  constructor(options: ConnectionOptions) {
    super(settingsOf(options) as Settings[0], credentialsOf(options), options.defaultCredentials);
  }

  protected override supports = (): Promise<boolean> => Promise.resolve(false);

  async close(): Promise<void> {
    await this.dispose();
    const channel = await this.getChannel().catch(() => undefined);
    channel?.close();
  }
}

function settingsOf(options: ConnectionOptions): object {
  const { hosts, dnsDiscover, defaultCredentials, tls, tlsCAFile, tlsVerifyCert, userCertFile, userKeyFile, ...rest } =
    options;
  const [first] = hosts;
  if (dnsDiscover) return { ...rest, discover: first };
  return hosts.length > 1 ? { ...rest, endpoints: hosts } : { ...rest, endpoint: first };
}

function credentialsOf({ tls, tlsCAFile, userCertFile, userKeyFile }: ConnectionOptions): NonNullable<Settings[1]> {
  return {
    insecure: tls === false,
    ...(tlsCAFile === undefined ? {} : { rootCertificate: readFileSync(tlsCAFile) }),
    ...(userCertFile === undefined || userKeyFile === undefined
      ? {}
      : { userCertFile: readFileSync(userCertFile), userKeyFile: readFileSync(userKeyFile) }),
  };
}
